"""Opens what is written into Word files with python-docx and with LibreOffice.

`write.rs` writes the files: `NAME.docx`, as it was, `NAME.commented.docx` with the comments that `NAME.comments.txt`
lists ("word <tab> comment"), and `form.docx`. LibreOffice is left out where it is not installed.
"""

import os
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import docx
from docx.oxml.ns import qn


def stretch(document, comment_id):
    """The words between the marks of a comment."""
    words, is_open = [], False
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart") and element.get(qn("w:id")) == comment_id:
            is_open = True
        elif element.tag == qn("w:commentRangeEnd") and element.get(qn("w:id")) == comment_id:
            return "".join(words)
        elif element.tag == qn("w:t") and is_open:
            words.append(element.text or "")
    raise AssertionError(f"comment {comment_id} has no end")


def text(document):
    return [paragraph.text for paragraph in document.paragraphs] + [
        cell.text for table in document.tables for row in table.rows for cell in row.cells
    ]


def check_commented(before, after, listed):
    """python-docx finds every comment at its word, and the same text around it."""
    before, after = docx.Document(before), docx.Document(after)
    assert text(before) == text(after)
    old = [(comment.author, comment.text) for comment in before.comments]
    new = list(after.comments)
    assert [(comment.author, comment.text) for comment in new[: len(old)]] == old
    new = new[len(old) :]
    assert len(new) == len(listed), (len(new), len(listed))
    for comment, (word, said) in zip(new, listed):
        assert (comment.author, comment.initials) == ("EHCP QA", "EQ")
        assert comment.text.endswith(said), (comment.text, said)
        if not comment.text.startswith("About “"):
            assert word in stretch(after, str(comment.comment_id)).replace("\u00a0", " "), word
    # Saving writes all of it again.
    with tempfile.TemporaryDirectory() as folder:
        after.save(f"{folder}/saved.docx")
        assert len(list(docx.Document(f"{folder}/saved.docx").comments)) == len(old) + len(new)


def check_form(path):
    form = docx.Document(path)
    assert form.core_properties.language == "en-GB"
    assert form.core_properties.title
    assert len(form.tables) == 2
    assert any(paragraph.style.name == "Title" for paragraph in form.paragraphs)


def convert(soffice, paths, kind, folder):
    """Converts files with LibreOffice, all in one go."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", folder, *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    suffix = kind.split(":")[0]
    for path in paths:
        converted = Path(folder, path.stem + "." + suffix)
        assert converted.stat().st_size > 1000, converted
    return {path: Path(folder, path.stem + "." + suffix) for path in paths}


def check_in_libreoffice(soffice, commented, counts, form):
    """LibreOffice opens the files, and has every comment when it writes them again."""
    with tempfile.TemporaryDirectory() as folder:
        for path, converted in convert(soffice, commented, "docx", folder).items():
            with zipfile.ZipFile(converted) as package:
                comments = package.read("word/comments.xml").decode()
            found = comments.count("<w:comment ")
            assert found == counts[path], f"{path.name}: {found} of {counts[path]} comments"
        convert(soffice, [form, *commented], "pdf", folder)


def check(folder):
    commented = sorted(folder.glob("*.commented.docx"))
    assert commented, f"nothing in {folder}"
    counts = {}
    for path in commented:
        name = path.name.removesuffix(".commented.docx")
        listed = [tuple(line.split("\t")) for line in (folder / f"{name}.comments.txt").read_text("utf-8").splitlines()]
        with zipfile.ZipFile(path) as package:
            counts[path] = package.read("word/comments.xml").decode().count("<w:comment ")
        if name == "strict-format":
            # python-docx does not read the strict vocabulary.
            continue
        check_commented(folder / f"{name}.docx", path, listed)
        print(f"python-docx: {len(listed)} comments in {name}")
    check_form(folder / "form.docx")
    soffice = shutil.which("soffice")
    if soffice is None:
        print("LibreOffice is not installed: it was not asked to open the files")
        return
    check_in_libreoffice(soffice, commented, counts, folder / "form.docx")
    print(f"LibreOffice: {len(commented)} files with comments, and the form")


with tempfile.TemporaryDirectory() as written:
    write = "run --quiet --package ehcp-qa-conformance --bin write --".split()
    subprocess.run([os.environ.get("CARGO", "cargo"), *write, written], check=True)
    check(Path(written))
