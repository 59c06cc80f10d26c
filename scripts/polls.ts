// What a build puts into the client: waits are as long as in the one that is shipped.
Object.assign(globalThis, { __DELAY_DIVISOR__: 1 });
const { createDraw } = await import("./sample/draw");
const { measure, planOf } = await import("./polls/plan");
const { COMPANY_OF_10000, simulate } = await import("./polls/simulate");

/** `npm run polls`: what a company of ten thousand asks in an hour of a day, beside what the protocol plans. */
function main(): number {
  const company = COMPANY_OF_10000;
  const lines = measure(planOf(company), simulate(company, createDraw(1).fraction), company.activeHours);
  console.log(`${company.people} clients, one day of ${company.activeHours} h; requests an hour\n`);
  console.log(`hour  ${lines.map(({ name }) => name.padStart(18)).join("")}`);
  for (let hour = 0; hour < 24; hour += 1) {
    const counts = lines.map(({ hours }) => hours[hour] ?? 0);
    if (counts.some((count) => count > 0)) {
      console.log(`${String(hour).padStart(2, "0")}:00 ${counts.map((count) => String(count).padStart(18)).join("")}`);
    }
  }
  console.log("");
  for (const { name, why, atMost, of, mean, busiest, isWithin } of lines) {
    const measured = `mean ${mean.toFixed(0)}, busiest hour ${busiest}`;
    console.log(`${isWithin ? "PASS" : "FAIL"}  ${name}: ${measured}; planned: ${of} ${atMost.toFixed(0)} (${why})`);
  }
  return lines.every(({ isWithin }) => isWithin) ? 0 : 1;
}

process.exit(main());
