// The folded menu closes with Escape, and gives focus back to its button. It opens and closes without this file too.
document.addEventListener("keydown", event => {
  const menu = event.key === "Escape" && document.querySelector(".sh-menu[open]")
  if (!menu) return
  menu.open = false
  menu.querySelector("summary").focus()
})
