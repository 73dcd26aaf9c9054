//! The rooms of `core/src`: arrows run one way, and a room's file is a table of contents.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::source::{Arrow, Source};
use crate::{assert_none, project, text};

fn core() -> Source {
    Source::read(&project().join("core/src"))
}

/// A crate with one fault of each kind.
fn crooked() -> Source {
    Source::read(&project().join("tests/house/crooked"))
}

/// The room of a file: its folder, or its name for the file of a room.
fn room(file: &str) -> &str {
    file.split_once('/').map_or(file.trim_end_matches(".rs"), |(room, _)| room)
}

/// The rooms by the table in ARCHITECTURE.md, each with the rooms that it may use.
pub(crate) fn table() -> BTreeMap<String, Vec<String>> {
    let architecture = text("ARCHITECTURE.md");
    let table = architecture.split("| room |").nth(1).expect("a table of the rooms");
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [room, _, uses] = cells.as_slice() else { panic!("three cells: {row}") };
        let uses = uses.split(", ").filter(|room| *room != "-").map(str::to_owned).collect();
        (room.trim_matches('`').trim_end_matches('/').to_owned(), uses)
    })
    .collect()
}

/// What a room may use, and what that may use.
fn reached(table: &BTreeMap<String, Vec<String>>, from: &str) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from.to_owned()];
    while let Some(room) = open.pop() {
        let uses = table.get(&room).unwrap_or_else(|| panic!("the table has no room {room}"));
        open.extend(uses.iter().filter(|room| reached.insert((*room).clone())).cloned());
    }
    reached
}

/// The arrows that leave a room for one that is not in its row.
fn back_arrows(source: &Source, table: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut lines = Vec::new();
    for arrow in source.arrows() {
        let from = room(&source.modules[arrow.from].file);
        let to = room(&source.modules[arrow.to].file);
        if from != to && !reached(table, from).contains(to) {
            lines.push(line(source, &arrow));
        }
    }
    lines
}

#[test]
fn arrows_between_rooms_run_as_in_the_table() {
    let lines = back_arrows(&core(), &table());
    assert_none("These arrows are not in the table of ARCHITECTURE.md:", &lines);
}

#[test]
fn a_back_arrow_is_found() {
    let table = BTreeMap::from([
        ("ground".to_owned(), Vec::new()),
        ("upper".to_owned(), vec!["ground".to_owned()]),
    ]);
    let expected = ["ground.rs:4: crate::upper::wall::height (upper/wall.rs)"];
    assert_eq!(back_arrows(&crooked(), &table), expected);
}

#[test]
fn the_table_has_every_room_and_no_circle() {
    let table = table();
    let rooms: BTreeSet<String> = core()
        .modules
        .iter()
        .map(|module| room(&module.file).to_owned())
        .filter(|room| room != "lib")
        .collect();
    assert_eq!(table.keys().cloned().collect::<BTreeSet<_>>(), rooms);
    for room in table.keys() {
        assert!(!reached(&table, room).contains(room), "{room} uses itself in the end");
    }
}

/// The shortest circle through each arrow, once.
fn circles(source: &Source) -> Vec<String> {
    let arrows = source.arrows();
    let mut circles = BTreeMap::new();
    for arrow in &arrows {
        if let Some(back) = shortest(&arrows, arrow.to, arrow.from) {
            let circle: Vec<&Arrow> = std::iter::once(arrow).chain(back).collect();
            let files: BTreeSet<usize> = circle.iter().map(|arrow| arrow.from).collect();
            circles.entry((files.len(), files)).or_insert(circle);
        }
    }
    let lines = circles.values().map(|circle| {
        let arrows: Vec<String> = circle.iter().map(|arrow| line(source, arrow)).collect();
        arrows.join("\n    ")
    });
    lines.collect()
}

#[test]
fn no_circle_between_files() {
    assert_none("These files use each other:", &circles(&core()));
}

#[test]
fn a_circle_is_found_through_a_table_of_contents() {
    let expected = "upper/roof.rs:8: wall::height (upper/wall.rs)\n    \
                    upper/wall.rs:3: crate::Roof (upper/roof.rs)";
    assert_eq!(circles(&crooked()), [expected]);
}

/// What the crate's file and those of its rooms define.
fn definitions(source: &Source) -> Vec<String> {
    let contents = source.modules.iter().filter(|module| !module.file.contains('/'));
    let mut lines = Vec::new();
    for module in contents {
        let definitions = module.definitions.iter();
        lines.extend(definitions.map(|(line, code)| format!("{}:{line}: {code}", module.file)));
    }
    lines
}

#[test]
fn tables_of_contents_define_nothing() {
    assert_none("A table of contents has `mod` and `use` alone:", &definitions(&core()));
}

#[test]
fn a_definition_in_a_table_of_contents_is_found() {
    assert_eq!(definitions(&crooked()), ["ground.rs:3: pub fn stone() -> String {"]);
}

/// An arrow as a line.
fn line(source: &Source, arrow: &Arrow) -> String {
    let file = |number: usize| &source.modules[number].file;
    format!("{}:{}: {} ({})", file(arrow.from), arrow.line, arrow.path, file(arrow.to))
}

/// The fewest arrows from one file to another.
fn shortest(arrows: &[Arrow], from: usize, to: usize) -> Option<Vec<&Arrow>> {
    let mut reached: BTreeMap<usize, Vec<&Arrow>> = BTreeMap::from([(from, Vec::new())]);
    let mut open = VecDeque::from([from]);
    while let Some(file) = open.pop_front() {
        if file == to {
            return reached.remove(&to);
        }
        let way = reached[&file].clone();
        for arrow in arrows.iter().filter(|arrow| arrow.from == file) {
            reached.entry(arrow.to).or_insert_with(|| {
                open.push_back(arrow.to);
                way.iter().copied().chain([arrow]).collect()
            });
        }
    }
    None
}
