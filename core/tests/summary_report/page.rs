//! A report as a page.

use std::collections::BTreeSet;

use ehcp_qa_core::Framework;
use ehcp_qa_core::summary::{FigureState, HiddenBelow, Summary, to_csv, to_html};
use scraper::ElementRef;
use serde_json::json;

use crate::{all, graded, page, parse, shown, term, text};

fn texts(element: ElementRef, selector: &str) -> Vec<String> {
    all(element, selector).into_iter().map(text).collect()
}

#[test]
fn the_page_is_complete_and_says_everything_in_words() {
    let page = page(&term(), "Autumn 2023");
    let document = parse(&page);
    let root = document.root_element();
    assert_eq!(root.attr("lang"), Some("en-GB"));
    let title = "Quality of Education, Health and Care Plans: Autumn 2023";
    assert_eq!(texts(root, "head title"), [title]);
    assert_eq!(texts(root, "h1"), [title]);
    let ids: Vec<&str> = all(root, "[id]").iter().filter_map(|node| node.attr("id")).collect();
    let set: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), set.len(), "ids stand once");
    for node in all(root, "*") {
        if let Some(link) = node.attr("href") {
            assert!(set.contains(link.strip_prefix('#').unwrap()), "{link}");
        }
        for id in node.attr("aria-labelledby").into_iter().flat_map(str::split_whitespace) {
            assert!(set.contains(id), "{id}");
        }
    }
    let report = shown(&term());
    let tables = all(root, "table");
    assert_eq!(tables.len(), report.tables.len());
    for (node, table) in tables.iter().zip(&report.tables) {
        assert_eq!(texts(*node, "caption"), [format!("Number of plans: {}", table.title)]);
        let scopes = |scope: &str| all(*node, &format!("th[scope={scope}]")).len();
        assert_eq!((scopes("col"), scopes("row")), (table.columns.len() + 1, table.rows.len()));
        let write = |count: &Option<u32>| count.map_or("c".to_owned(), |count| count.to_string());
        let cells = table.rows.iter().flat_map(|row| row.counts.iter().zip(&row.per_cent));
        let cells = cells.map(|(count, share)| {
            // 0 has no share beside it.
            let share = share.filter(|_| *count != Some(0));
            write(count) + &share.map_or(String::new(), |share| format!(" {share} %"))
        });
        assert_eq!(texts(*node, "td"), cells.collect::<Vec<_>>(), "{}", table.id);
    }
    assert!(text(root).contains("Average weeks, without exceptions: 21.4"));
    assert!(text(root).contains("2 records could not be read and are not counted."));
    assert!(text(root).contains("40 plans were reviewed under "));
    // Nothing is loaded and nothing runs.
    for name in ["script", "img", "link", "iframe", "object"] {
        assert_eq!(all(root, name).len(), 0, "{name}");
    }
    assert!(!page.contains("url(") && !page.contains("@import"));
}

#[test]
fn pictures_show_the_numbers_of_the_tables() {
    let page = page(&term(), "");
    let document = parse(&page);
    let pictures = all(document.root_element(), "svg");
    assert_eq!(pictures.len(), 4);
    let words: Vec<String> = pictures
        .iter()
        .map(|picture| {
            assert_eq!(picture.attr("role"), Some("img"));
            text(all(*picture, "desc")[0])
        })
        .collect();
    assert_eq!(
        words[0],
        "1 Outstanding: c; 2 Good: 20; 3 Requires improvement: 10; 4 Inadequate: c; No score recorded: 0.",
    );
    // Two of four grades are hidden, and with them the share.
    assert_eq!(words[2], "Graded plans at least 2 Good, of all with a grade. Autumn 2023-24: c.");
    let of = |picture: ElementRef, name: &str| all(picture, name).len();
    assert_eq!(of(pictures[0], "rect"), 5);
    // Hidden counts have no length, and the longest bar is as long as there is room: 860 - 190 - 70.
    let lengths: Vec<&str> =
        all(pictures[0], "rect").into_iter().filter_map(|bar| bar.attr("width")).collect();
    assert_eq!(lengths, ["0", "600", "300", "0", "0"]);
    // The cells, and the key to their bands.
    assert_eq!(of(pictures[1], "rect"), 12 * 5 + 5);
    assert_eq!((of(pictures[2], "circle"), of(pictures[2], "line")), (0, 0));
    assert!(
        words[3].starts_with("B: no provision in F: 12; C: no provision in G: 0; "),
        "{}",
        words[3]
    );
    assert!(words[3].contains("No line at all: c; "), "{}", words[3]);
    // Each picture is XML too, so that it can be taken out of the page.
    let starts = page.match_indices("<svg").map(|(start, _)| start);
    for start in starts {
        let end = start + page[start..].find("</svg>").unwrap() + "</svg>".len();
        let picture = roxmltree::Document::parse(&page[start..end]).unwrap();
        assert!(picture.root_element().has_tag_name(("http://www.w3.org/2000/svg", "svg")));
    }
}

#[test]
fn the_trend_is_the_share_of_graded_plans() {
    let mut terms = term();
    terms["all"] = graded(60, [5, 20, 10, 15]);
    terms["dimensions"] = json!({"term": {
        "2023-24-autumn": graded(20, [0, 10, 5, 5]),
        "2023-24-spring": graded(40, [5, 10, 5, 10]),
    }});
    let page = page(&terms, "");
    // 10 of 20, and 15 of 30.
    assert!(page.contains("Autumn 2023-24: 50 %. Spring 2023-24: 50 %.</desc>"), "{page}");
    assert_eq!(page.matches("<circle").count(), 2);
    assert_eq!(page.matches("<line").count(), 1);
}

/// All printed words come from the report: no printer calculates or formats.
#[test]
fn a_report_has_each_count_and_figure_as_it_is_printed() {
    let mut terms = term();
    terms["all"] = graded(72, [15, 20, 10, 15]);
    terms["dimensions"] = json!({"term": {
        "2023-24-autumn": graded(26, [7, 8, 5, 0]),
        "2023-24-spring": graded(40, [8, 12, 5, 15]),
        "2023-24-summer": graded(6, [0, 0, 0, 0]),
    }});
    let report = shown(&terms);
    let shares: Vec<_> = report
        .good_share
        .as_ref()
        .unwrap()
        .rows
        .iter()
        .map(|row| (row.id.as_str(), row.per_cent, row.short.as_str(), row.words.as_str()))
        .collect();
    // 15 of 20 and 20 of 40, and 6 plans without a grade.
    assert_eq!(
        shares,
        [
            ("2023-24-autumn", Some(75), "75 %", "75 % (15 of 20)"),
            ("2023-24-spring", Some(50), "50 %", "50 % (20 of 40)"),
            ("2023-24-summer", None, "none", "no plan has a grade"),
        ]
    );
    let report = shown(&term());
    let share = &report.good_share.as_ref().unwrap().rows[0];
    assert_eq!((share.per_cent, share.short.as_str(), share.words.as_str()), (None, "c", "c"));
    assert_eq!(report.hidden_sign, "c");
    assert_eq!(
        report.hidden_note,
        "c stands for a count that is not shown: it is less than 5 and not 0, or such a count could be \
         worked out from it."
    );
    assert_eq!(report.tables[0].rows[0].words, ["c", "20", "10", "c", "0", "40"]);
    let weeks: Vec<&str> = report.average_weeks.iter().map(|one| one.words.as_str()).collect();
    assert_eq!(weeks, ["23.4", "21.4"]);
    assert!(report.agreement.iter().all(|figure| figure.state == FigureState::Shown));
    let framework = Framework::built_in();
    let none =
        ehcp_qa_core::summary::report(&framework, &Summary::new(&framework), HiddenBelow::NOTHING);
    let all_shown = "All counts are shown, however small. Small counts can identify children: do not publish this report.";
    assert_eq!(none.hidden_note, all_shown);
    assert_eq!(none.notes[0].text, all_shown);
    assert!(to_html(&framework, &none, "").contains(all_shown));
    assert!(
        to_csv(&Framework::built_in(), &none)
            .contains("report,hidden_below,report,Counts hidden below,Report,none\r\n")
    );
    assert!(none.tables.is_empty() && none.average_weeks.is_empty());
    assert!(none.agreement.iter().all(|figure| figure.state == FigureState::Undefined));
}
