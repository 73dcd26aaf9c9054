//! The part that has the comments, and where the package lists it.

use std::ops::Range;

use maud::{Markup, Render as _, html};

use super::package::{Package, relations_of};
use super::read::WordFile;
use super::vocabulary::vocabulary;
use super::xml::{Next, Xml};
use crate::document::FreeText;
use crate::document::map::{Numbers, Texts};
use crate::document::table::number;
use crate::plan::problem::PlanProblem;
use crate::text::page::Text;
use crate::text::word::text_of;

number! {
    /// The number of a comment that is written.
    pub(super) struct CommentNumber;
}

/// A comment with all that is written of it.
pub(super) struct Written<'c> {
    pub(super) id: u32,
    pub(super) author: &'c str,
    /// What it says first, where it cannot stand at its words.
    pub(super) about: Option<String>,
    pub(super) paragraphs: &'c [FreeText],
}

/// The list of the types of all parts.
const TYPES: &str = "[Content_Types].xml";

/// The type of the part.
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The strict vocabulary of documents.
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// The type of the relation to the part, and that in a strict package.
const RELATION: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const STRICT_RELATION: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";

/// The vocabulary of relations.
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The ids that no comment has.
pub(super) fn free_ids(
    package: &mut Package,
    file: &WordFile,
    marked: &Numbers,
) -> Result<impl Iterator<Item = u32>, PlanProblem> {
    let mut used = marked.clone();
    if let Some(name) = comments_name(file)
        && let Some(text) = package.text(name)?
    {
        let mut xml = Xml::new(&text);
        loop {
            match xml.next()? {
                Next::Start(start) if start.word() == "comment" => {
                    if let Some(id) = start.attribute("id").and_then(|id| id.parse::<u32>().ok()) {
                        used.insert(&id.into());
                    }
                }
                Next::Nothing => break,
                _ => {}
            }
        }
    }
    Ok((0..).filter(move |id: &u32| !used.contains(&u128::from(*id))))
}

/// Adds comments to their part, or makes it and lists it.
pub(super) fn add_comments(
    package: &mut Package,
    file: &WordFile,
    comments: &[Written],
    parts: &mut Vec<(String, Vec<u8>)>,
) -> Result<(), PlanProblem> {
    let styles = ["annotation text", "annotation reference"];
    let styles = styles.map(|name| file.styles.named(name));
    let existing = match comments_name(file) {
        Some(name) => package.part(name)?.map(|part| (name.to_owned(), part)),
        None => None,
    };
    if let Some((name, part)) = existing {
        let (_, declaration) = vocabulary(&part.text)?;
        let text =
            insert(&part.text, |_| written(comments, declaration.as_ref(), styles).into_string())?;
        parts.push((name, part.encode(text)));
        return Ok(());
    }
    let main = file.body.parts.first().map_or("", String::as_str);
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let listed = comments_name(file).map(str::to_owned);
    let name = listed.clone().unwrap_or_else(|| free_name(package, folder));
    let (document, _) = vocabulary(&file.main.text)?;
    let relations = if document == STRICT { STRICT_RELATION } else { RELATION };
    let comments = html! { w:comments xmlns:w=(document) { (written(comments, None, styles)) } };
    let text = [DECLARATION, &comments.into_string()].concat();
    if listed.is_none() {
        list_relation(package, main, &name, relations, parts)?;
    }
    list_type(package, &name, parts)?;
    parts.push((name, text.into_bytes()));
    Ok(())
}

/// The name of the part, if the document refers to one.
fn comments_name(file: &WordFile) -> Option<&str> {
    let relation = file.relations.iter().find(|relation| relation.kind == "comments")?;
    Some(&relation.target)
}

/// A name that no part has.
fn free_name(package: &Package, folder: &str) -> String {
    let separator = if folder.is_empty() { "" } else { "/" };
    let names = (1..).map(|number: u32| match number {
        1 => format!("{folder}{separator}comments.xml"),
        _ => format!("{folder}{separator}comments{number}.xml"),
    });
    let mut free = names.filter(|name| package.number(name).is_none());
    free.next().unwrap_or_default()
}

/// Lists the part among what the document refers to.
fn list_relation(
    package: &mut Package,
    main: &str,
    name: &str,
    address: &str,
    parts: &mut Vec<(String, Vec<u8>)>,
) -> Result<(), PlanProblem> {
    let list = relations_of(main);
    let target = name.rsplit_once('/').map_or(name, |(_, file)| file);
    let relation = |prefix: &str, id: u32| {
        format!("<{prefix}Relationship Id=\"rId{id}\" Type=\"{address}\" Target=\"{target}\"/>")
    };
    let Some(part) = package.part(&list)? else {
        let relation = relation("", 1);
        let text =
            format!("{DECLARATION}<Relationships xmlns=\"{RELATIONS}\">{relation}</Relationships>");
        parts.push((list, text.into_bytes()));
        return Ok(());
    };
    let mut ids = Texts::default();
    let mut xml = Xml::new(&part.text);
    loop {
        match xml.next()? {
            Next::Start(start) => {
                if let Some(id) = start.attribute("Id") {
                    ids.insert(&id.to_lowercase());
                }
            }
            Next::Nothing => break,
            _ => {}
        }
    }
    let mut free = (1..).filter(|id: &u32| !ids.contains(&format!("rid{id}")));
    let id = free.next().unwrap_or_default();
    let text = insert(&part.text, |prefix| relation(prefix, id))?;
    parts.push((list, part.encode(text)));
    Ok(())
}

/// Lists the type of the part, unless the list has it.
fn list_type(
    package: &mut Package,
    name: &str,
    parts: &mut Vec<(String, Vec<u8>)>,
) -> Result<(), PlanProblem> {
    // Without a list of types Word does not open the file, with comments or without.
    let Some(part) = package.part(TYPES)? else { return Ok(()) };
    let name = format!("/{name}");
    let mut xml = Xml::new(&part.text);
    loop {
        match xml.next()? {
            Next::Start(start) if start.attribute("PartName").is_some_and(|part| part == name) => {
                return Ok(());
            }
            Next::Nothing => break,
            _ => {}
        }
    }
    let name = Text(&name).render().into_string();
    let text = insert(&part.text, |prefix| {
        format!("<{prefix}Override PartName=\"{name}\" ContentType=\"{TYPE}\"/>")
    })?;
    parts.push((TYPES.to_owned(), part.encode(text)));
    Ok(())
}

/// The text of a part with more behind all that stands in its outermost element. The function is given the prefix of
/// that element, with its colon.
fn insert(text: &str, more: impl FnOnce(&str) -> String) -> Result<String, PlanProblem> {
    let mut xml = Xml::new(text);
    let mut root: Option<(String, Range<usize>)> = None;
    let mut end = None;
    loop {
        match xml.next()? {
            Next::Start(start) if root.is_none() => {
                root = Some((start.full_name().to_owned(), start.source.clone()));
            }
            Next::End => end = Some(xml.start()),
            Next::Nothing => break,
            _ => {}
        }
    }
    let ((name, tag), end) = root.zip(end).ok_or(PlanProblem::Damaged)?;
    let more = more(
        name.split_once(':')
            .map_or("", |(prefix, _)| name.get(..=prefix.len()).unwrap_or_default()),
    );
    let opened = text.get(tag.clone()).and_then(|tag| tag.strip_suffix("/>"));
    let (before, behind) = text.split_at_checked(end).ok_or(PlanProblem::Damaged)?;
    Ok(match opened {
        // The element was empty, and written as one tag.
        Some(_) => {
            let before = text.get(..tag.end - 2).unwrap_or_default();
            [before, ">", &more, "</", &name, ">", behind].concat()
        }
        None => [before, &more, behind].concat(),
    })
}

/// Comments as they stand in their part.
fn written(comments: &[Written], w: Option<&String>, styles: [Option<&str>; 2]) -> Markup {
    let [text_style, reference_style] = styles;
    html! {
        @for comment in comments {
            w:comment xmlns:w=[w] w:id=(comment.id) w:author=(Text(comment.author))
                w:initials=(Text(&initials(comment.author))) {
                @let about = comment.about.as_deref().into_iter();
                @let texts = about.chain(comment.paragraphs.iter().map(|text| text.0.as_str()));
                // A comment has a paragraph, be it an empty one, and its mark in the first.
                @let rest = texts.clone().count().max(1);
                @for (number, text) in texts.chain([""]).take(rest).enumerate() {
                    w:p {
                        @if let Some(style) = text_style {
                            w:pPr { w:pStyle w:val=(Text(style)) {} }
                        }
                        @if number == 0 {
                            w:r {
                                @if let Some(style) = reference_style {
                                    w:rPr { w:rStyle w:val=(Text(style)) {} }
                                }
                                w:annotationRef {}
                            }
                        }
                        @if !text.is_empty() { w:r { (text_of(text)) } }
                    }
                }
            }
        }
    }
}

/// The first letters of the words of a name.
fn initials(name: &str) -> String {
    let letters = name.split_whitespace().filter_map(|word| word.chars().next());
    letters.take(9).flat_map(char::to_uppercase).collect()
}
