// Runs before the first paint, so that neither the waiting page nor the application flashes in the wrong colours.
(() => {
  const key = "cnnvis-theme";
  const system = matchMedia("(prefers-color-scheme: dark)");

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

  function remember(dark) {
    try {
      localStorage.setItem(key, dark ? "dark" : "light");
    } catch {
      // see stored()
    }
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }

  system.addEventListener("change", apply);
  apply();
  // A page that is fetched into this one brings the root's attributes along as the server knows them: without a theme.
  document.addEventListener("DOMContentLoaded", () => window.Blazor?.addEventListener("enhancedload", apply));
  window.cnnVisTheme = { isDark, remember };
})();
