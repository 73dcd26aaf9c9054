// In the place of a server: a partial post-back answers with the panel as the server draws it, with the values that
// were sent. It knows nothing of the review.

addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("aspnetForm");
  const panel = document.getElementById("ctl00_Main_UpdatePanel");
  const html = panel.innerHTML;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const sent = new FormData(form);
    document.getElementById("sent").textContent = `Sent: ${sent.get("ctl00$Main$hidReview")}`;
    const drawn = document.createElement("div");
    drawn.innerHTML = html;
    drawn.querySelectorAll("select, textarea, input[type=checkbox]").forEach((control) => {
      const value = sent.get(control.name);
      if (control.type === "checkbox") control.toggleAttribute("checked", value === "true");
      else if (control.tagName === "TEXTAREA") control.textContent = value;
      else control.querySelector(`option[value="${value}"]`).setAttribute("selected", "");
    });
    panel.innerHTML = drawn.innerHTML;
  });
});
