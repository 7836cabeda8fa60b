// First rejoin the circuit, then let the server revive it, at last load the page again: the address knows the run.
const modal = document.getElementById("components-reconnect-modal");
modal.addEventListener("components-reconnect-state-changed", stateChanged);
document.getElementById("components-reconnect-button").addEventListener("click", retry);
document.getElementById("components-resume-button").addEventListener("click", resume);
document.getElementById("components-reload-button").addEventListener("click", () => location.reload());

function stateChanged(event) {
  const state = event.detail.state;
  if (state === "show") {
    modal.showModal();
  } else if (state === "hide") {
    modal.close();
    document.getElementById("blazor-error-ui").style.display = "none"; // what failed was only the lost connection
  } else if (state === "failed") {
    document.addEventListener("visibilitychange", retryWhenVisible);
  } else if (state === "rejected") {
    location.reload();
  }
}

async function retry() {
  document.removeEventListener("visibilitychange", retryWhenVisible);
  try {
    // False: the server answered, but does not know the circuit any more.
    if (await Blazor.reconnect()) {
      return;
    }
    if (await Blazor.resumeCircuit()) {
      modal.close();
    } else {
      location.reload();
    }
  } catch {
    document.addEventListener("visibilitychange", retryWhenVisible); // the server did not answer at all
  }
}

async function resume() {
  try {
    if (!await Blazor.resumeCircuit()) {
      location.reload();
    }
  } catch {
    modal.classList.replace("components-reconnect-paused", "components-reconnect-resume-failed");
  }
}

async function retryWhenVisible() {
  if (document.visibilityState === "visible") {
    await retry();
  }
}
