EhcpQa.init().then(function () {
  var assessment = new EhcpQa.Engine().assess({
    framework: "shropshire-2023",
    criteria: { no_admin_errors: "not_met" },
    sections: { C: { descriptors: { C1: "yes", C2: "no" } } },
  });
  var plan = assessment.plan.suggested;
  var c = assessment.sections.find(function (section) {
    return section.id === "C";
  }).suggested;
  document.querySelector("#result").textContent =
    "C " + c.best + " to " + c.worst + ", plan " + plan.best + " to " + plan.worst;
});
