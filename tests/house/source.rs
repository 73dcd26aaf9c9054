//! The Rust files of the core: what each defines, and which file defines what it uses.
//!
//! A name is followed through `use` and `pub use` to the file that defines it, so an import from a table of contents
//! counts as one from the file that defines the name. Test modules are left out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::spanned::Spanned as _;
use syn::{Attribute, Item, UseTree, Visibility};

/// The words in front of the name of what a macro defines.
const DEFINING: [&str; 8] =
    ["struct", "enum", "type", "trait", "fn", "const", "static", "macro_rules"];

/// The most `use` lines that one name is followed through.
const MOST_STEPS: u32 = 32;

/// A module, which is a file.
#[derive(Debug)]
pub(crate) struct Module {
    /// Its file, relative to `core/src`.
    pub(crate) file: String,
    /// What a table of contents does not have, as its line and its first word.
    pub(crate) definitions: Vec<(usize, String)>,
    parent: Option<usize>,
    children: BTreeMap<String, usize>,
    defined: BTreeSet<String>,
    /// Whether a macro defines items, whose names may be in the macro alone.
    has_macros: bool,
    imports: Vec<Import>,
    paths: Vec<Place>,
    idents: BTreeSet<String>,
}

/// A name that a `use` line brings in.
#[derive(Debug, Clone)]
struct Import {
    name: String,
    place: Place,
    is_reexport: bool,
    is_glob: bool,
}

/// A path and its line.
#[derive(Debug, Clone)]
struct Place {
    segments: Vec<String>,
    line: usize,
}

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Module(usize),
    ItemOf(usize),
}

/// One file uses what another defines.
#[derive(Debug, Clone)]
pub(crate) struct Arrow {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// The first line that says so.
    pub(crate) line: usize,
    /// The path on it.
    pub(crate) path: String,
}

/// The files of a crate.
#[derive(Debug, Default)]
pub(crate) struct Source {
    pub(crate) modules: Vec<Module>,
}

impl Source {
    /// Reads a crate from its `lib.rs`, through its `mod` lines.
    pub(crate) fn read(folder: &Path) -> Self {
        let mut source = Self::default();
        source.read_module(folder, "lib.rs", "", None);
        source
    }

    fn read_module(
        &mut self,
        root: &Path,
        file: &str,
        folder: &str,
        parent: Option<usize>,
    ) -> usize {
        let text = std::fs::read_to_string(root.join(file))
            .unwrap_or_else(|error| panic!("{file}: {error}"));
        let syntax = syn::parse_file(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        let number = self.modules.len();
        self.modules.push(Module {
            file: file.to_owned(),
            definitions: Vec::new(),
            parent,
            children: BTreeMap::new(),
            defined: BTreeSet::new(),
            has_macros: false,
            imports: Vec::new(),
            paths: Vec::new(),
            idents: BTreeSet::new(),
        });
        // The lines of `use` and of tests are not searched for paths.
        let mut passed_over = Vec::new();
        let mut children = Vec::new();
        for item in &syntax.items {
            let lines = item.span().start().line..=item.span().end().line;
            if is_test(attributes(item)) {
                passed_over.push(lines);
                continue;
            }
            let module = &mut self.modules[number];
            match item {
                Item::Use(line) => {
                    let is_reexport = !matches!(line.vis, Visibility::Inherited);
                    let mut path = Vec::new();
                    flatten(&line.tree, &mut path, is_reexport, &mut module.imports);
                    passed_over.push(lines);
                }
                Item::Mod(child) => match &child.content {
                    None => {
                        children.push(child.ident.to_string());
                        passed_over.push(lines);
                    }
                    Some(_) => panic!("{file}: the module {} is not in a file", child.ident),
                },
                item => {
                    module.defined.extend(names(item));
                    module.has_macros |= matches!(item, Item::Macro(item) if item.ident.is_none());
                    module.definitions.push((*lines.start(), first_word(&text, *lines.start())));
                }
            }
        }
        let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{file}: {error}"));
        let module = &mut self.modules[number];
        search(tokens, &mut |path| {
            if !passed_over.iter().any(|lines| lines.contains(&path.line)) {
                module.idents.extend(path.segments.iter().cloned());
                module.paths.push(path);
            }
        });
        for name in children {
            let folder = [folder, &name, "/"].concat();
            let path = [folder.trim_end_matches('/'), ".rs"].concat();
            let child = self.read_module(root, &path, &folder, Some(number));
            self.modules[number].children.insert(name, child);
        }
        number
    }

    /// Every arrow between two files, once, with the first line that says so.
    pub(crate) fn arrows(&self) -> Vec<Arrow> {
        let mut arrows = BTreeMap::new();
        let mut add = |from: usize, to: usize, place: &Place| {
            let path = place.segments.join("::");
            let arrow = Arrow { from, to, line: place.line, path };
            if from != to {
                arrows.entry((from, to)).or_insert(arrow);
            }
        };
        for (number, module) in self.modules.iter().enumerate() {
            for import in &module.imports {
                // What is only passed on is not used.
                let is_used = !import.is_reexport || module.idents.contains(&import.name);
                match self.resolve(number, &import.place, 0) {
                    Some(Target::ItemOf(file)) if is_used => add(number, file, &import.place),
                    Some(Target::Module(_)) if import.is_glob => {
                        panic!("{}:{}: a glob hides what is used", module.file, import.place.line)
                    }
                    _ => {}
                }
            }
            for place in &module.paths {
                if place.segments.len() < 2 {
                    continue;
                }
                if let Some(Target::ItemOf(file)) = self.resolve(number, place, 0) {
                    add(number, file, place);
                }
            }
        }
        arrows.into_values().collect()
    }

    /// What a path in a module leads to; `None` where that is in another crate.
    fn resolve(&self, from: usize, place: &Place, steps: u32) -> Option<Target> {
        let module = &self.modules[from];
        let where_ = || format!("{}:{}: {}", module.file, place.line, place.segments.join("::"));
        assert!(steps < MOST_STEPS, "{} leads nowhere", where_());
        let mut rest = place.segments.iter();
        let head = rest.next()?;
        let is_last = place.segments.len() == 1;
        let mut target = match head.as_str() {
            "crate" => Target::Module(0),
            "self" => Target::Module(from),
            "super" => Target::Module(module.parent?),
            name => self.find(from, name, is_last, steps)?,
        };
        while let (Target::Module(number), Some(name)) = (target, rest.next()) {
            let is_last = rest.len() == 0;
            target = match name.as_str() {
                "self" => target,
                "super" => Target::Module(self.modules[number].parent?),
                name => match self.find(number, name, is_last, steps) {
                    Some(found) => found,
                    None if self.modules[number].has_macros => Target::ItemOf(number),
                    None => panic!("{} is not defined", where_()),
                },
            };
        }
        Some(target)
    }

    /// What a name means in a module: at the end of a path rather an item, before it rather a module.
    fn find(&self, number: usize, name: &str, is_last: bool, steps: u32) -> Option<Target> {
        let module = &self.modules[number];
        let item = module.defined.contains(name).then_some(Target::ItemOf(number));
        let child = module.children.get(name).map(|child| Target::Module(*child));
        let imported = || {
            let named = module.imports.iter().filter(|import| import.name == name);
            // `pub(crate) use a_macro;` names what the file itself defines.
            let named = named.filter(|import| import.place.segments != [name]);
            let found = named.filter_map(|import| self.resolve(number, &import.place, steps + 1));
            let found: Vec<Target> = found.collect();
            let is_preferred = |target: &&Target| matches!(target, Target::ItemOf(_)) == is_last;
            found.iter().find(is_preferred).or(found.first()).copied()
        };
        if is_last { item.or_else(imported).or(child) } else { child.or_else(imported).or(item) }
    }
}

/// The leaves of a `use` line.
fn flatten(tree: &UseTree, path: &mut Vec<String>, is_reexport: bool, imports: &mut Vec<Import>) {
    let mut leaf = |name: String, last: String, line: usize, is_glob: bool| {
        let mut segments = path.clone();
        if last != "self" && !is_glob {
            segments.push(last);
        }
        imports.push(Import { name, place: Place { segments, line }, is_reexport, is_glob });
    };
    match tree {
        UseTree::Path(part) => {
            path.push(part.ident.to_string());
            flatten(&part.tree, path, is_reexport, imports);
            path.pop();
        }
        UseTree::Name(name) => {
            let last = name.ident.to_string();
            let bound = if last == "self" {
                path.last().cloned().unwrap_or_default()
            } else {
                last.clone()
            };
            leaf(bound, last, name.ident.span().start().line, false);
        }
        UseTree::Rename(name) => {
            leaf(
                name.rename.to_string(),
                name.ident.to_string(),
                name.ident.span().start().line,
                false,
            );
        }
        UseTree::Glob(star) => {
            leaf("*".to_owned(), "*".to_owned(), star.star_token.span.start().line, true);
        }
        UseTree::Group(group) => {
            for tree in &group.items {
                flatten(tree, path, is_reexport, imports);
            }
        }
    }
}

/// Reports every path in a text, single names among them; also in the arguments of macros.
fn search(tokens: TokenStream, report: &mut impl FnMut(Place)) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is_punct = |at: usize, mark: char| match tokens.get(at) {
        Some(TokenTree::Punct(punct)) => punct.as_char() == mark,
        _ => false,
    };
    let is_joint = |at: usize| is_punct(at, ':') && is_punct(at + 1, ':');
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Group(group) => search(group.stream(), report),
            // A method, a field, or what follows `<T as Trait>::`, is no start of a path.
            TokenTree::Ident(_) if at > 1 && is_joint(at - 2) => {}
            TokenTree::Ident(_)
                if at > 0 && is_punct(at - 1, '.') && !(at > 1 && is_punct(at - 2, '.')) => {}
            TokenTree::Ident(first) => {
                let line = first.span().start().line;
                let mut segments = vec![first.to_string()];
                while is_joint(at + 1) {
                    let Some(TokenTree::Ident(next)) = tokens.get(at + 3) else { break };
                    segments.push(next.to_string());
                    at += 3;
                }
                report(Place { segments, line });
            }
            _ => {}
        }
        at += 1;
    }
}

/// The names that an item defines.
fn names(item: &Item) -> Vec<String> {
    match item {
        Item::Const(item) => vec![item.ident.to_string()],
        Item::Enum(item) => vec![item.ident.to_string()],
        Item::Fn(item) => vec![item.sig.ident.to_string()],
        Item::Static(item) => vec![item.ident.to_string()],
        Item::Struct(item) => vec![item.ident.to_string()],
        Item::Trait(item) => vec![item.ident.to_string()],
        Item::Type(item) => vec![item.ident.to_string()],
        Item::Macro(item) => match &item.ident {
            Some(name) => vec![name.to_string()],
            None => names_in_macro(item.mac.tokens.clone()),
        },
        _ => Vec::new(),
    }
}

/// The names that the arguments of a macro define: those after `struct`, `enum` and their like.
fn names_in_macro(tokens: TokenStream) -> Vec<String> {
    let tokens: Vec<String> = tokens.into_iter().map(|token| token.to_string()).collect();
    let pairs = tokens.windows(2).filter(|pair| DEFINING.contains(&pair[0].as_str()));
    pairs.map(|pair| pair[1].clone()).collect()
}

/// The first word of an item, after its comments and attributes.
fn first_word(text: &str, line: usize) -> String {
    let lines = text.lines().skip(line - 1).map(str::trim);
    let code = lines.skip_while(|line| line.starts_with("//") || line.starts_with('#'));
    code.take(1).collect()
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// Whether an item is compiled for tests alone.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
    })
}
