// The first page: one case, from the plan to the decision. The screens stand in modules of their own; here they are
// shown by the address, around one review, one desk and one engine.

import "ehcp-qa/elements";
import { EhcpQaError, type Review } from "ehcp-qa";
import { Engine as GradingEngine } from "ehcp-qa/grading";
import { byId, onDrop } from "../dom.ts";
import { clearErrors, setTitle, showError } from "../error-summary.ts";
import { unfoldForPrint } from "../print.ts";
import { elementsReady, start } from "../start.ts";
import { aboutPage } from "./about-page.ts";
import { advicePage } from "./advice-page.ts";
import { answersTools } from "./answers-tools.ts";
import { newCase, randomName, withPlan, withPlanOf, withoutAdvice, type Case, type PlanSource } from "./case.ts";
import { fromText, isCaseFile } from "./case-file.ts";
import { caseTools } from "./case-tools.ts";
import { makeDesk, sentenceOf, type Desk } from "./desk.ts";
import { startEngine } from "./engine.ts";
import { feedbackPage } from "./feedback-page.ts";
import { issuePage } from "./issue-page.ts";
import { planPage } from "./plan-page.ts";
import { printPage } from "./print-page.ts";
import { followRoutes, hashOf, type Route } from "./routes.ts";
import type { Screen, Shell } from "./screen.ts";
import { sectionPage } from "./section-page.ts";
import { isTooLarge, sourceOf } from "./source.ts";
import { taskList } from "./task-list.ts";
import { threadPage } from "./thread-page.ts";

const NAME = "EHC plan quality review";
const review = document.querySelector("ehcp-qa-review")!;
const [noticeText, noticeUndo] = [...byId("notice").children] as [HTMLElement, HTMLButtonElement];
let undo: (() => void) | null = null;

function notify(message: string, back?: () => void): void {
  byId("notice").hidden = false;
  noticeText.textContent = message;
  noticeUndo.hidden = back === undefined;
  undo = back ?? null;
}
noticeUndo.addEventListener("click", () => undo?.());

/** Puts the review into a place. Parts that are not shown are not built, and so cost nothing. */
function showReview(place: HTMLElement, parts: string | null): void {
  review.replaceChildren();
  place.append(review);
  if (parts === null) review.removeAttribute("parts");
  else if (review.getAttribute("parts") !== parts) review.setAttribute("parts", parts);
}

async function begin(): Promise<void> {
  // Where the page allows no WebAssembly the review reports it, and no worker is asked for.
  await elementsReady();
  const run = await startEngine();
  const years = await run("years");
  const framework = review.framework!;
  const ids = [...framework.wording.sections, framework.wording.overall].map(({ id }) => id);
  let screen: Screen | null = null;
  let route: Route = { name: "tasks" };
  let isDue = false;
  /** Set while the review is given what is known already. */
  let isGiving = false;
  /** The JSON Pointer of a field that the next screen is to focus. */
  let wanted: string | null = null;
  let value = review.value;

  const desk: Desk = makeDesk(run, framework, { ...newCase(framework.id), review: review.review! }, () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      screen?.refresh?.();
      tools.refresh();
    });
  });

  const shell: Shell = {
    desk,
    review,
    years,
    notify,
    go,
    showReview,
    take,
    takePlan,
    takeAdvice,
    fail,
  };
  const tools = caseTools(shell, { open });
  const answers = answersTools(shell);

  /** Shows another screen, as an entry of the history. */
  function go(to: Route): void {
    if (location.hash !== hashOf(to)) history.pushState(null, "", hashOf(to));
    show(to);
    tools.stamp();
  }

  async function takePlan(source: PlanSource | null): Promise<void> {
    const before = desk.case;
    try {
      await desk.change(withPlan(desk.case, source));
    } catch (error) {
      fail(field(), sentenceOf(error));
      return;
    }
    clearErrors();
    if (source === null) return;
    if (route.name !== "tasks") go({ name: "tasks" });
    notify("The plan is read.", () => {
      void desk.change(withPlanOf(desk.case, before));
      notify("The plan is as it was before.");
    });
  }

  /** Takes files as advice. One that cannot be read is left out, with the reason. */
  async function takeAdvice(files: readonly File[]): Promise<void> {
    const problems: { pointer: string; message: string }[] = [];
    const taken: string[] = [];
    for (const file of files) {
      const problem = isTooLarge(file) ? "The file is too large to be a piece of advice." : await addAdvice(file);
      if (problem === null) taken.push(file.name);
      else problems.push({ pointer: file.name, message: problem });
    }
    clearErrors();
    if (problems.length > 0) fail("advice-file", "Some advice could not be read", problems);
    if (taken.length > 0) notify(`${taken.length} ${taken.length === 1 ? "file is" : "files are"} read as advice.`);
  }

  async function addAdvice(file: File): Promise<string | null> {
    const id = randomName();
    const source = { ...(await sourceOf(file)), id };
    await desk.change({ ...desk.case, advices: [...desk.case.advices, source] });
    const view = desk.results.advices[id];
    if (view === undefined || !("problem" in view)) return null;
    await desk.change(withoutAdvice(desk.case, id));
    return view.problem;
  }

  /** The field of this screen that takes files. */
  function field(): string {
    if (document.getElementById("plan-paste") !== null && document.activeElement?.id === "plan-paste")
      return "plan-paste";
    if (route.name === "advice") return "advice-file";
    return route.name === "answers" ? "import-file" : "plan-file";
  }

  function fail(id: string, message: string, problems: Parameters<Shell["fail"]>[2] = []): void {
    // The field may be on another screen, or folded away.
    if (document.getElementById(id)?.checkVisibility() !== true) go({ name: "plan" });
    showError(id, message, problems);
  }

  async function take(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (file === undefined) return;
    if (isTooLarge(file)) fail(field(), "The file is too large to be a plan or a case.");
    else if (/\.json$/i.test(file.name) || file.type === "application/json") await takeJson(await file.text());
    else await takePlan(await sourceOf(file));
  }

  async function takeJson(text: string): Promise<void> {
    if (isCaseFile(text)) {
      const opened = fromText(text);
      if ("problems" in opened) fail(field(), "The case could not be opened", opened.problems);
      else await open(opened.case, "The case is opened.");
      return;
    }
    const before = review.review;
    try {
      review.review = text;
    } catch (error) {
      if (!(error instanceof EhcpQaError)) throw error;
      fail(field(), "The file could not be imported", error.problems);
      return;
    }
    clearErrors();
    notify("The file is imported.", () => {
      review.review = before;
      notify("The review is as it was before.");
    });
  }

  /** Opens another case. Where something is wrong with it, the case before stays. */
  async function open(next: Case, done: string): Promise<void> {
    const before = desk.case;
    using engine = new GradingEngine();
    const problems = engine.check(next.review).map((problem) => ({ ...problem, pointer: `/review${problem.pointer}` }));
    if (problems.length > 0) {
      fail(field(), "The case could not be opened", problems);
      return;
    }
    try {
      await desk.open(next);
    } catch (error) {
      fail(field(), "The case could not be opened", [{ pointer: "/plan", message: sentenceOf(error) }]);
      return;
    }
    give(next.review);
    clearErrors();
    notify(done, () => {
      void desk.change(before).then(() => give(before.review));
      notify("The case is as it was before.");
    });
  }

  function give(given: Review): void {
    isGiving = true;
    review.review = given;
    isGiving = false;
    show(route, false);
  }

  function show(to: Route, isMove = true): void {
    route = to;
    clearErrors();
    const isAnswers = to.name === "answers";
    byId("all-questions").hidden = !isAnswers;
    byId("home").hidden = isAnswers;
    byId("home").classList.toggle("app-home--tasks", to.name === "tasks");
    byId("back").hidden = to.name === "tasks";
    byId(isAnswers ? "answers-case" : to.name === "tasks" ? "home-side" : "parked").append(byId("case"));
    if (isAnswers) showReview(byId("answers-form"), null);
    // What a screen needs of the review it takes itself.
    else if (!["section", "about"].includes(to.name)) showReview(byId("parked"), "none");
    screen = isAnswers ? answers.screen : screenOf(to);
    byId("screen").replaceChildren(...(isAnswers ? [] : [screen.element]));
    byId("title").textContent = screen.title;
    setTitle(to.name === "tasks" ? NAME : `${screen.title} - ${NAME}`);
    tools.refresh();
    if (!isMove) return;
    byId("notice").hidden = true;
    scrollTo(0, 0);
    byId("title").focus({ preventScroll: true });
    const pointer = wanted;
    wanted = null;
    // The field is there once the review is built with its part.
    if (pointer !== null) review.addEventListener("ehcp-qa-ready", () => review.focusField(pointer), { once: true });
  }

  function screenOf(to: Route): Screen {
    switch (to.name) {
      case "plan":
        return planPage(shell);
      case "advice":
        return advicePage(shell);
      case "about":
        return aboutPage(shell);
      case "section":
        return sectionPage(shell, to.section);
      case "thread":
        return threadPage(shell);
      case "feedback":
        return feedbackPage(shell);
      case "issue":
        return issuePage(shell);
      case "print":
        return printPage(shell);
      default:
        return taskList(shell);
    }
  }

  review.addEventListener("ehcp-qa-assessment", ({ detail }) => {
    desk.assessed(detail.assessment);
    answers.refresh();
    if (review.value === value) return;
    value = review.value;
    if (!isGiving) void desk.change({ ...desk.case, review: detail.review });
  });
  review.addEventListener("ehcp-qa-elsewhere", ({ detail: { pointer } }) => {
    const [, part, section] = pointer.split("/");
    wanted = pointer;
    if (part === "sections" && section !== undefined) shell.go({ name: "section", section });
    else if (part === "criteria") shell.go({ name: "section", section: framework.wording.overall.id });
    else shell.go({ name: "about" });
  });
  desk.assessed(review.assessment!);

  onDrop((files) => void (route.name === "advice" ? takeAdvice(files) : take(files)));
  addEventListener("beforeunload", (event) => {
    if (desk.isUnsaved && !tools.isKept()) event.preventDefault();
  });
  let isFirst = true;
  followRoutes(ids, (to) => {
    show(to, !isFirst);
    isFirst = false;
    tools.stamp();
  });
  await tools.reopen();
}

unfoldForPrint();
void start(begin);
