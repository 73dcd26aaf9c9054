// The golden thread: the items and links that the plan proposes, to be confirmed one by one.

import type { ThreadPlan } from "ehcp-qa";
import { build, button } from "../dom.ts";
import { shortened } from "./quote.ts";
import type { Screen, Shell } from "./screen.ts";
import { inSlices } from "./slices.ts";
import type { ProposedItem, ProposedItems, ProposedLink, Sureness, ThreadItem } from "./shapes.ts";

const MOST_QUOTED = 200;

const KINDS: Record<ProposedItem["kind"], string> = {
  aspiration: "Aspirations",
  need: "Needs",
  outcome: "Outcomes",
  provision: "Provision",
  advice: "Advice",
};

const RESTS_ON: Record<ProposedLink["rests_on"], string> = {
  mark: "one names the mark of the other",
  row: "both stand in one row",
  card: "both stand in one card or under one heading",
  same_words: "one repeats the words of the other",
  area: "both stand under the same area of need",
  chain: "both are linked to a third",
  subject: "both speak of the same subject",
};

const SURENESS: Record<Sureness, string> = { sure: "Sure", likely: "Likely", doubtful: "Doubtful" };

export function threadPage(shell: Shell): Screen {
  const { desk } = shell;
  const thread = document.createElement("ehcp-qa-thread");
  const list = build("div", {});
  const picture = build(
    "section",
    { class: "app-card", "aria-labelledby": "confirmed-heading", id: "confirmed", tabindex: "-1" },
    build("h2", { class: "govuk-heading-m", id: "confirmed-heading" }, "The thread as confirmed"),
  );
  const element = build(
    "div",
    {},
    build("p", {}, build("a", { class: "app-skip", href: "#confirmed" }, "Skip to the thread as confirmed")),
    list,
    picture,
  );

  let shown: unknown;
  let drawn: readonly ThreadItem[] | null = null;
  function refresh(): void {
    const { proposed } = desk.results;
    const { items } = desk.case;
    picture.hidden = items === null;
    if (items !== null && items !== drawn) {
      drawn = items;
      void draw(items);
    }
    if (proposed === null) {
      list.replaceChildren(nothing(desk.case.source !== null));
      shown = null;
    } else if (shown !== proposed) {
      shown = proposed;
      list.replaceChildren(...cards(shell, proposed));
    } else {
      const linked = linksOf(items);
      for (const box of list.querySelectorAll<HTMLInputElement>("input[type=checkbox]"))
        box.checked = linked.has(nameOfLink(box.dataset.from!, box.dataset.to!));
    }
  }

  /** Shows the thread of items, which the worker makes. */
  async function draw(items: readonly ThreadItem[]): Promise<void> {
    const plan = {
      items: items.map(({ id, section, text, links }) => ({ id, section, text, links: links ?? null })),
    };
    const made = await desk.run("thread", plan as ThreadPlan);
    if (items !== drawn) return;
    thread.draw(made.thread, made.picture);
    picture.append(thread);
  }
  refresh();
  return { title: "Golden thread", element, refresh };
}

function nothing(hasPlan: boolean): HTMLElement {
  return build(
    "section",
    { class: "app-card" },
    build(
      "p",
      { class: "govuk-body app-last" },
      hasPlan
        ? "The plan is being read for its items…"
        : "Needs, outcomes and provision are proposed from the text of the plan. ",
      hasPlan ? "" : build("a", { class: "govuk-link", href: "#plan" }, "Add the plan"),
      hasPlan ? "" : ".",
    ),
  );
}

/** An id has no white space. */
function nameOfLink(from: string, to: string): string {
  return `${from} ${to}`;
}

/** The links that were confirmed. */
function linksOf(items: readonly ThreadItem[] | null): ReadonlySet<string> {
  return new Set(items?.flatMap(({ id, links }) => (links ?? []).map((to) => nameOfLink(id, to))));
}

/** The links by the item from which they lead. */
function byItem(links: readonly ProposedLink[]): ReadonlyMap<string, ProposedLink[]> {
  const of = new Map<string, ProposedLink[]>();
  for (const link of links) {
    const known = of.get(link.from);
    if (known === undefined) of.set(link.from, [link]);
    else known.push(link);
  }
  return of;
}

/** The items with the links that were confirmed; items without one are in the thread too. */
function itemsWith(
  proposed: ProposedItems,
  before: readonly ThreadItem[] | null,
  links: readonly ProposedLink[],
  isConfirmed: boolean,
): ThreadItem[] {
  const base =
    before ??
    proposed.items.map(({ id, section, text }) => ({ id, section: section as ThreadItem["section"], text, links: [] }));
  const changed = byItem(links);
  return base.map((item) => {
    const of = changed.get(item.id);
    if (of === undefined) return item;
    const kept = (item.links ?? []).filter((to) => !of.some((link) => link.to === to));
    return { ...item, links: [...kept, ...(isConfirmed ? of.map(({ to }) => to) : [])] };
  });
}

function cards(shell: Shell, proposed: ProposedItems): HTMLElement[] {
  const { desk } = shell;
  const byId = new Map(proposed.items.map((item) => [item.id, item]));
  const confirm = (links: readonly ProposedLink[], isConfirmed: boolean): void => {
    void desk.change({ ...desk.case, items: itemsWith(proposed, desk.case.items, links, isConfirmed) });
  };
  const sure = proposed.links.filter(({ sureness }) => sureness === "sure");
  const all = (links: readonly ProposedLink[], text: string): HTMLElement =>
    button(text, "secondary", () => {
      const before = desk.case.items;
      confirm(links, true);
      shell.notify(`${links.length} links are confirmed.`, () => {
        void desk.change({ ...desk.case, items: before });
        shell.notify("The links are as they were before.");
      });
    });
  const linked = new Set(proposed.links.flatMap(({ from, to }) => [from, to]));
  const isolated = proposed.items.filter(({ id }) => !linked.has(id));
  const linksFrom = byItem(proposed.links);
  const places = new Map(
    Object.entries(KINDS)
      .filter(([kind]) => proposed.items.some((item) => item.kind === kind && linksFrom.has(item.id)))
      .map(([kind, heading]) => [
        kind,
        build("div", { class: "app-thread__group" }, build("h3", { class: "govuk-heading-s" }, heading)),
      ]),
  );
  const alone = build("ul", { class: "govuk-list app-thread__alone" });
  const confirmed = linksOf(desk.case.items);
  const isWanted = (): boolean => desk.results.proposed === proposed;
  void inSlices(proposed.items, isWanted, (item) => {
    const links = linksFrom.get(item.id);
    if (links !== undefined) places.get(item.kind)?.append(itemCard(item, links, { byId, confirmed, confirm }));
    else if (!linked.has(item.id)) alone.append(build("li", {}, nameOf(item)));
  });
  return [
    build(
      "section",
      { class: "app-card", "aria-labelledby": "links-heading" },
      build("h2", { class: "govuk-heading-m", id: "links-heading" }, "Links that the plan suggests"),
      build(
        "p",
        { class: "govuk-body" },
        "Tick what the plan really links. Nothing counts until you tick it. From the first tick on, the check reports what is left without a link.",
      ),
      build(
        "div",
        { class: "govuk-button-group" },
        sure.length === 0 ? null : all(sure, `Tick the ${sure.length} that are sure`),
        proposed.links.length === sure.length ? null : all(proposed.links, `Tick all ${proposed.links.length}`),
      ),
      ...places.values(),
    ),
    ...(isolated.length === 0
      ? []
      : [
          build(
            "section",
            { class: "app-card", "aria-labelledby": "alone-heading" },
            build("h2", { class: "govuk-heading-m", id: "alone-heading" }, "Items without a link"),
            build("p", { class: "govuk-body" }, "Nothing in the plan links these to another item."),
            alone,
          ),
        ]),
  ];
}

interface Around {
  byId: ReadonlyMap<string, ProposedItem>;
  /** The links that were confirmed when the cards are drawn. */
  confirmed: ReadonlySet<string>;
  confirm(links: readonly ProposedLink[], isConfirmed: boolean): void;
}

function itemCard(item: ProposedItem, links: readonly ProposedLink[], around: Around): HTMLElement {
  const { byId, confirmed, confirm } = around;
  return build(
    "fieldset",
    { class: "govuk-fieldset app-thread__item" },
    build("legend", { class: "app-thread__legend" }, nameOf(item)),
    build(
      "div",
      { class: "govuk-checkboxes govuk-checkboxes--small" },
      ...links.map((link, at) => {
        const id = `link-${link.from}-${link.to}-${at}`;
        const box = build("input", {
          class: "govuk-checkboxes__input",
          id,
          type: "checkbox",
          "data-from": link.from,
          "data-to": link.to,
        });
        box.checked = confirmed.has(nameOfLink(link.from, link.to));
        box.addEventListener("change", () => confirm([link], box.checked));
        const other = byId.get(link.to);
        return build(
          "div",
          { class: "govuk-checkboxes__item" },
          box,
          build(
            "label",
            { class: "govuk-label govuk-checkboxes__label", for: id },
            other === undefined ? link.to : nameOf(other),
            build("span", { class: "app-thread__basis" }, `${SURENESS[link.sureness]}: ${RESTS_ON[link.rests_on]}`),
          ),
        );
      }),
    ),
  );
}

function nameOf({ id, section, text }: ProposedItem): HTMLElement {
  return build(
    "span",
    {},
    build("strong", { class: "app-thread__id" }, id),
    ` ${shortened(text, MOST_QUOTED)}`,
    id.startsWith(section) ? "" : build("span", { class: "app-thread__section" }, ` Section ${section}`),
  );
}
