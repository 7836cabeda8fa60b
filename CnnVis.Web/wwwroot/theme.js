// Runs before the first paint, so that neither the waiting page nor the application flashes in the wrong colours.
(() => {
  const key = "cnnvis-theme";
  const system = matchMedia("(prefers-color-scheme: dark)");
  let follower = null;

  function stored() {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is blocked: follow the system, forget the choice
    }
  }

  function isDark() {
    return (stored() ?? (system.matches ? "dark" : "light")) === "dark";
  }

  function apply() {
    document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  }

  // What MudBlazor draws gets its colours from the server.
  function follow(page) {
    follower = page;
    return isDark();
  }

  function tell(dark) {
    follower?.invokeMethodAsync("TakeAsync", dark).catch(() => {}); // that page may be gone
  }

  function remember(dark) {
    try {
      localStorage.setItem(key, dark ? "dark" : "light");
    } catch {
      // see stored()
    }
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    tell(dark);
  }

  system.addEventListener("change", () => {
    apply();
    tell(isDark());
  });
  apply();
  // A page that is fetched into this one brings the root's attributes along as the server knows them: without a theme.
  document.addEventListener("DOMContentLoaded", () => window.Blazor?.addEventListener("enhancedload", apply));
  window.cnnVisTheme = { follow, remember };
})();
