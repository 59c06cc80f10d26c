/** The pages of the internal tool to try Earshot on: a small company's IT handbook, with its everyday annoyances. */
export const WIKI_PAGES: { title: string; tags: string; text: string }[] = [
  {
    title: "IT handbook",
    tags: "start",
    text: `Everything about computers, accounts and rooms at Nordwind Logistics.

* [[Travel expenses]]: how to hand them in
* [[VPN and working from home]]
* [[Printers]]: one on each floor
* [[New colleagues]]: the first week
* [[Meeting rooms]]: booking and equipment
* [[Who to ask]]

Last reviewed by the service desk in March.`,
  },
  {
    title: "Travel expenses",
    tags: "how-to",
    text: `! Handing in a trip

# Open the travel tool and choose //New trip//
# Enter dates, cost centre and project (the cost centre is on your badge)
# Photograph each receipt and attach it
# Send the trip to your team lead

|!What|!Until|!Who decides|
|Trips in Germany|the 5th of the next month|team lead|
|Trips abroad|the 5th of the next month|team lead and finance|
|Advance payment|five days before|finance|

The tool signs you out after ten minutes; save often.`,
  },
  {
    title: "VPN and working from home",
    tags: "how-to",
    text: `! Connecting

# Start //Nordwind Connect//
# Confirm the number on your phone
# Wait until the shield is green

If it stays yellow: quit, wait a minute, start again. If that does not help, call extension 4400.

! What works without it

Mail, calendar and this handbook. The warehouse system and shared drives need the VPN.`,
  },
  {
    title: "Printers",
    tags: "how-to",
    text: `! One on each floor

|!Floor|!Name|!Colour|
|Ground|NW-P-001|no|
|1st|NW-P-101|yes|
|2nd|NW-P-201|yes|

Hold your badge to the reader; jobs wait for 24 hours and follow you to any printer.

Paper is in the cupboard beside each printer. Toner is changed by the facility team, who see when it runs low.`,
  },
  {
    title: "New colleagues",
    tags: "people",
    text: `! Before the first day

* [ ] Laptop ordered (two weeks before)
* [ ] Account requested with the form //New person//
* [ ] Desk and locker assigned

! The first week

Monday: badge, laptop, this handbook. Tuesday: safety training. By Friday every account should work; if one does not, tell [[Who to ask]].`,
  },
  {
    title: "Meeting rooms",
    tags: "how-to",
    text: `Rooms are booked in the calendar: add the room as a guest. A room that nobody enters within ten minutes is given free.

|!Room|!Seats|!Camera|
|Alster|4|yes|
|Elbe|12|yes|
|Bille|6|no|`,
  },
  {
    title: "Who to ask",
    tags: "people",
    text: `|!About|!Who|
|Accounts and passwords|service desk, extension 4400|
|Travel and expenses|finance team, extension 4210|
|Rooms and badges|facility team, extension 4100|

Something on one of our tools annoys you? There is a button for that, at the lower right of the page.`,
  },
];
