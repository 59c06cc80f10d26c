/** Names a report in the page's address: the Inbox opens it when it comes up next. */
export function nameReport(id: string): void {
  const params = new URLSearchParams(location.search);
  params.set("report", id);
  history.replaceState(history.state, "", `?${params}`);
}
