// By script, because the page's base would make "#main" an address of the start page.
document.addEventListener("click", event => {
  if (event.target instanceof Element && event.target.closest("a[href='#main']")) {
    event.preventDefault();
    document.querySelector("main").focus();
  }
}, true); // before Blazor follows the link
