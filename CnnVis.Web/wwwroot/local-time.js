// <local-time datetime="…"> tells a moment in the visitor's own time zone and language; what stands inside is for who runs no scripts.
customElements.define("local-time", class extends HTMLElement {
  static observedAttributes = ["datetime"];

  constructor() {
    super().attachShadow({ mode: "open" });
  }

  attributeChangedCallback() {
    const page = document.documentElement.lang, own = navigator.language;
    const format = new Intl.DateTimeFormat(own.startsWith(page) ? own : page, // as in the visitor's country, in the page's language
      { dateStyle: "medium", timeStyle: "short" });
    this.shadowRoot.textContent = format.format(new Date(this.getAttribute("datetime")));
  }
});
