//! Word files as another reader sees them: parts as `zip` unpacks them, XML as `roxmltree` reads it.

use std::io::{Cursor, Read as _};

use roxmltree::{Document, Node};
use zip::ZipArchive;

/// A part of a package.
#[derive(PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) name: String,
    /// Its bytes as they are packed.
    pub(crate) packed: Vec<u8>,
    /// Method, checksum, size and time.
    pub(crate) facts: String,
}

/// The parts of a package in their order.
pub(crate) fn entries(bytes: &[u8]) -> Vec<Entry> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut entries = Vec::new();
    for number in 0..archive.len() {
        let mut file = archive.by_index_raw(number).expect("a part");
        let facts = format!(
            "{:?} {} {} {:?}",
            file.compression(),
            file.crc32(),
            file.size(),
            file.last_modified()
        );
        let name = file.name().expect("a name").into_owned();
        let mut packed = Vec::new();
        file.read_to_end(&mut packed).expect("its bytes");
        entries.push(Entry { name, packed, facts });
    }
    entries
}

/// The bytes of a part, unpacked; their checksum is compared on the way.
pub(crate) fn bytes_of(package: &[u8], name: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(package)).expect("a package");
    let mut bytes = Vec::new();
    archive.by_name(name).expect("a part").read_to_end(&mut bytes).expect("its bytes");
    bytes
}

/// The text of a part.
pub(crate) fn part(package: &[u8], name: &str) -> String {
    let text = String::from_utf8(bytes_of(package, name)).expect("UTF-8");
    text.trim_start_matches('\u{FEFF}').to_owned()
}

/// An attribute by its name without prefix.
pub(crate) fn attribute<'n>(node: Node<'n, '_>, name: &str) -> Option<&'n str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// The elements with a name, in the order of the document.
pub(crate) fn all<'d>(document: &'d Document, name: &str) -> Vec<Node<'d, 'd>> {
    document
        .descendants()
        .filter(|node| node.is_element() && node.tag_name().name() == name)
        .collect()
}

/// Whether an element stands in one with a name.
pub(crate) fn is_in(node: Node, name: &str) -> bool {
    node.ancestors().skip(1).any(|ancestor| ancestor.tag_name().name() == name)
}

/// The text between the marks of a comment, without what was deleted and without the fallbacks of choices.
pub(crate) fn stretch(document: &Document, id: &str) -> String {
    let mut text = String::new();
    let mut is_open = false;
    for node in document.descendants() {
        let has_id = attribute(node, "id") == Some(id);
        match node.tag_name().name() {
            "commentRangeStart" if has_id => is_open = true,
            "commentRangeEnd" if has_id => return text,
            "t" if is_open && !is_in(node, "Fallback") => text.push_str(node.text().unwrap_or("")),
            "tab" if is_open && is_in(node, "r") && !is_in(node, "rPr") => text.push('\t'),
            "br" | "cr" if is_open && is_in(node, "r") => text.push('\n'),
            "noBreakHyphen" if is_open => text.push('-'),
            _ => {}
        }
    }
    panic!("comment {id} has no end");
}

/// A text as our reader has it: other spaces and hyphens are the usual ones, and soft hyphens are gone.
pub(crate) fn plain(text: &str) -> String {
    let text = text.replace(['\u{A0}', '\u{202F}', '\u{2007}', '\n', '\r'], " ");
    text.replace('\u{2011}', "-").replace(['\u{AD}', '\u{200B}', '\u{FEFF}', '\u{2060}'], "")
}

/// Each letter of a document with the properties of its run and all that it stands in: what parting a run must leave.
pub(crate) fn letters(document: &Document) -> Vec<(char, String)> {
    let mut letters = Vec::new();
    for node in document.descendants() {
        if !["t", "delText", "instrText"].contains(&node.tag_name().name()) {
            continue;
        }
        let path: Vec<&str> = node.ancestors().skip(1).map(|node| node.tag_name().name()).collect();
        let run = node.ancestors().find(|node| node.tag_name().name() == "r");
        let properties =
            run.and_then(|run| run.children().find(|node| node.tag_name().name() == "rPr"));
        let properties = properties.map_or("", |node| &document.input_text()[node.range()]);
        let around = format!("{} {properties}", path.join("/"));
        letters.extend(node.text().unwrap_or("").chars().map(|c| (c, around.clone())));
    }
    letters
}
