// What such a page does by itself. Every global is as careless as those found.
function __doPostBack(target, argument) {
  var form = document.getElementById("aspnetForm");
  form.__EVENTTARGET.value = target;
  form.__EVENTARGUMENT.value = argument;
  window.postedBack = jQuery(form).serialize();
}
// The server's answer to a partial update: the same fields anew, with what was entered.
function updatePanel() {
  var panel = document.getElementById("ctl00_Main_UpdatePanel");
  jQuery(panel).find("input:checked").attr("checked", "checked");
  jQuery(panel).find("option:selected").attr("selected", "selected");
  jQuery(panel)
    .find("textarea")
    .each(function () {
      this.defaultValue = this.value;
    });
  jQuery(panel)
    .find("input")
    .each(function () {
      if (this.type !== "radio") this.setAttribute("value", this.value);
    });
  panel.innerHTML = panel.innerHTML;
}
var top_ = 1,
  name_ = 2,
  status_ = 3;
