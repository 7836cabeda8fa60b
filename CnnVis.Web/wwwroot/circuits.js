// A circuit has the language of its page, also where only the page's address says which, or where cookies are kept out.
Blazor.start({
  circuit: { configureSignalR: connection => connection.withUrl(`_blazor?lang=${document.documentElement.lang}`) },
});
