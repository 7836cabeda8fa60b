// Here, not over the circuit: browsers let a page copy only while its visitor's click is fresh.
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copies]");
  if (button) {
    const source = document.getElementById(button.dataset.copies);
    button.nextElementSibling.textContent = await copy(source) ? button.dataset.copied : button.dataset.byHand;
  }
});

async function copy(source) {
  source.select(); // the older way needs it, and who must copy by hand finds it done
  try {
    await navigator.clipboard.writeText(source.value); // only where the address is https or this machine
    return true;
  } catch {
    return document.execCommand("copy");
  }
}
