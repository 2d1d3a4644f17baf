// The colour scheme: the reader's choice if there is one, else the system's. Kept under one key, nothing else is stored.
(() => {
  const root = document.documentElement
  const key = "sharh-scheme"
  const dark = matchMedia("(prefers-color-scheme: dark)")
  const stored = () => { try { return localStorage.getItem(key) } catch { return null } }
  const store = value => { try { localStorage.setItem(key, value) } catch { /* private windows refuse storage */ } }
  const show = () => {
    const scheme = stored() ?? (dark.matches ? "slate" : "default")
    root.dataset.mdColorScheme = scheme
    for (const button of document.querySelectorAll("[data-scheme-toggle]"))
      button.setAttribute("aria-pressed", String(scheme === "slate"))
  }
  root.classList.replace("no-js", "js")
  show()
  dark.addEventListener("change", show)
  document.addEventListener("DOMContentLoaded", show)
  document.addEventListener("click", event => {
    if (!event.target.closest("[data-scheme-toggle]")) return
    store(root.dataset.mdColorScheme === "slate" ? "default" : "slate")
    show()
  })
})()
