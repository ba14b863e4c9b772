// Where the cursor goes by itself in the editor, so that writing goes on without reaching for the mouse.

// The field that asks for it stands behind tabs that are still being set up, so the browser passes it over.
addEventListener("load", () => {
  const field = document.querySelector("#page-edit-form [autofocus]");
  if (field && document.activeElement === document.body) field.focus();
});

// After a picture is chosen, the words for it come next, once the chooser has gone.
document.addEventListener("change", ({ target }) => {
  if (target.id !== "id_hero_image" || !target.value) return;
  const words = document.getElementById("id_hero_alt");
  if (!words || words.value || document.getElementById("id_hero_decorative")?.checked) return;
  const focus = () => {
    if (document.querySelector(".modal.in, .modal-backdrop")) return setTimeout(focus, 50);
    words.focus();
  };
  focus();
});
