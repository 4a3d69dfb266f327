#!/usr/bin/env python3
"""Checks an audit bundle of the practice log. Needs Python 3.8 or later and the
openssl command (OpenSSL 3.0 or later), nothing else. See VERIFY.md.

    python3 verify.py [ZIP or FOLDER] [--key VKEY]

Prints a line for each check. Exit code 0 only if all hold.

It is one file, however long, so that it can be handed on, read and run alone.
"""
import argparse
import base64
import csv
import datetime
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor

LISTED = ["VERIFY.md", "audit.csv", "authors.json", "checkpoint", "entries.jsonl", "key.vkey", "verify.py"]
MANIFEST = "manifest.json"
COLUMNS = ["entry", "at", "type", "actor", "device", "thread", "about", "id"]
GIB = 1 << 30
MAX_SHOWN = 20
SAFE = 2 ** 53 - 1
DASH = "\u2014"
BARE = {"v", "id", "log", "seq", "prev", "at", "hlc", "actor", "dev", "type", "thread", "about"}
CONTENT = {"kid", "ct", "len"}
MANIFEST_KEYS = {"app", "at", "checkpoint", "counts", "files", "filter", "format", "log", "store", "who", "why"}


class Unmet(Exception):
    """A check that cannot go on; the text is the sentence to print."""


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def ensure(condition, sentence):
    if not condition:
        raise Unmet(sentence)


# --- forms ---------------------------------------------------------------------------------------------------------

def canonical(value, depth=0):
    """RFC 8785 for strings, safe integers, booleans, null, arrays and objects."""
    ensure(depth <= 64, "nested too deeply")
    if value is None or isinstance(value, (bool, str)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int):
        ensure(abs(value) <= SAFE, "a number is too large")
        return str(value)
    if isinstance(value, list):
        return "[" + ",".join(canonical(item, depth + 1) for item in value) + "]"
    ensure(isinstance(value, dict), "a value that is not allowed")
    keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(canonical(key) + ":" + canonical(value[key], depth + 1) for key in keys) + "}"


def refuse(_):
    raise Unmet("a number is not a whole one")


def whole(text):
    # No safe integer is longer, and converting a very long one takes very long.
    return int(text) if len(text) <= 17 else refuse(text)


def parse_canonical(data, name):
    """The value of canonical JSON bytes; any other spelling of it is refused."""
    try:
        value = json.loads(data.decode("utf-8"), parse_float=refuse, parse_int=whole, parse_constant=refuse)
        same = canonical(value).encode("utf-8") == data
    except (Unmet, ValueError, RecursionError):
        same = False
    ensure(same, name + " is not canonical JSON.")
    return value


def unbase64(text, length=None):
    """Bytes of padded base64 in its one spelling, or None."""
    if not isinstance(text, str):
        return None
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        return None
    good = base64.b64encode(data).decode() == text and length in (None, len(data))
    return data if good else None


def id_of(data16):
    return base64.urlsafe_b64encode(data16).decode().rstrip("=")


def id_of_key(key):
    return id_of(sha256(key)[:16])


def is_id(value):
    if not isinstance(value, str) or not re.fullmatch(r"[A-Za-z0-9_-]{22}", value):
        return False
    return id_of(base64.urlsafe_b64decode(value + "==")) == value


def is_count(value):
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= SAFE


INSTANT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z"


def is_instant(value):
    if not isinstance(value, str) or not re.fullmatch(INSTANT, value):
        return False
    try:
        datetime.datetime.strptime(value, "%Y-%m-%dT%H:%M:%S.%fZ")
        return True
    except ValueError:
        return False


def is_key(value):
    return unbase64(value, 32) is not None


def has_keys(value, keys):
    return isinstance(value, dict) and set(value) == set(keys)


def is_header(h):
    if not isinstance(h, dict) or set(h) not in (BARE, BARE | CONTENT, BARE | CONTENT | {"kc"}):
        return False
    return (
        is_count(h["v"]) and h["v"] == 1 and is_count(h["seq"]) and is_key(h["prev"]) and is_instant(h["at"])
        and all(is_id(h[key]) for key in ("id", "log", "dev"))
        and all(h[key] is None or is_id(h[key]) for key in ("actor", "thread", "about"))
        and isinstance(h["hlc"], list) and len(h["hlc"]) == 2 and all(map(is_count, h["hlc"]))
        and isinstance(h["type"], str) and re.fullmatch(r"[A-Za-z][A-Za-z0-9._-]{0,63}", h["type"]) is not None
        and ("kid" not in h or (is_id(h["kid"]) and is_key(h["ct"]) and is_count(h["len"]) and h["len"] > 0))
        and ("kc" not in h or is_key(h["kc"]))
    )


# --- reading -------------------------------------------------------------------------------------------------------

def read_zip(path):
    files, total = {}, 0
    with zipfile.ZipFile(path) as archive:
        infos = archive.infolist()
        ensure(len(infos) <= 64, "The zip holds too many files.")
        for info in infos:
            name = info.filename
            good = re.fullmatch(r"[A-Za-z][A-Za-z0-9._-]{0,99}", name)
            ensure(good, "The zip holds a file whose name no audit bundle has.")
            ensure(name not in files, "The zip holds %s twice." % name)
            total += info.file_size
            ensure(info.file_size <= GIB and total <= 2 * GIB, "The zip is too large to be an audit bundle.")
            files[name] = archive.read(info)
    return files


def read_folder(path):
    files, total = {}, 0
    for entry in sorted(os.scandir(path), key=lambda entry: entry.name):
        # What a file manager leaves behind is no part of the bundle.
        if entry.name in (".DS_Store", "Thumbs.db", "desktop.ini"):
            continue
        ensure(entry.is_file(), "The folder holds something that is not a file.")
        total += entry.stat().st_size
        ensure(total <= 2 * GIB and len(files) < 64, "The folder is too large to be an audit bundle.")
        with open(entry.path, "rb") as stream:
            files[entry.name] = stream.read()
    return files


def read_bundle(path):
    try:
        return read_folder(path) if os.path.isdir(path) else read_zip(path)
    except Unmet:
        raise
    except Exception:
        raise Unmet("The file is missing, is not a zip file, or is damaged.")


# --- signatures ----------------------------------------------------------------------------------------------------

# The first bytes of every Ed25519 public key in DER (RFC 8410); the raw key follows.
DER = bytes.fromhex("302a300506032b6570032100")
# RFC 8032 7.1, test 2: shows that the openssl found here can check Ed25519, and refuses what it should.
TEST_KEY = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
TEST_SIGNATURE = bytes.fromhex(
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
)


class OpenSsl:
    """Ed25519 checks by the openssl command, in a folder of its own."""

    def __init__(self, folder):
        self.folder = folder

    def path(self, data):
        handle, path = tempfile.mkstemp(dir=self.folder)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        return path

    def run(self, paths):
        key, message, signature = paths
        command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", key,
                   "-rawin", "-in", message, "-sigfile", signature]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        return done.returncode == 0 and b"Verified Successfully" in done.stdout

    def verify(self, key, message, signature):
        paths = [self.path(part) for part in (DER + key, message, signature)]
        try:
            return len(key) == 32 and len(signature) == 64 and self.run(paths)
        finally:
            for path in paths:
                os.remove(path)

    def test(self):
        try:
            good = self.verify(TEST_KEY, b"\x72", TEST_SIGNATURE)
            bad = self.verify(TEST_KEY, b"\x73", TEST_SIGNATURE)
        except OSError:
            raise Unmet("The openssl command was not found; it is needed to check signatures.")
        ensure(good and not bad, "The openssl command here cannot check Ed25519; OpenSSL 3.0 or later is needed.")


# --- C2SP signed notes ---------------------------------------------------------------------------------------------

def parse_vkey(vkey):
    parts = vkey.split("+", 2)
    key = unbase64(parts[2], 33) if len(parts) == 3 else None
    good = key is not None and key[0] == 1 and re.fullmatch(r"[^\s+\x00-\x1f\x7f-\x9f]+", parts[0])
    ensure(good and sha256(parts[0].encode(), b"\n", key)[:4].hex() == parts[1], "key.vkey is not a verifier key.")
    return parts[0], parts[1], key[1:]


def note_text(data, vkey, ssl):
    """The text of a note, if one signature by the key is there and every one by it verifies."""
    name, key_id, key = parse_vkey(vkey)
    split = data.rfind(b"\n\n")
    ensure(split >= 0 and data.endswith(b"\n"), "The checkpoint has no signature.")
    text, lines, own = data[:split + 1], data[split + 2:-1].decode("utf-8").split("\n"), 0
    for line in lines[:101]:
        parts = line.split(" ")
        signature = unbase64(parts[2]) if len(parts) == 3 and parts[0] == DASH else None
        ensure(signature is not None and len(signature) > 4 and len(lines) <= 100, "A signature line is malformed.")
        if parts[1] == name and signature[:4].hex() == key_id:
            own += 1
            ensure(ssl.verify(key, text, signature[4:]), "The signature of the checkpoint does not verify.")
    ensure(own > 0, "The checkpoint is not signed by the key in key.vkey.")
    return text


def parse_checkpoint(text):
    parts = re.fullmatch(r"([^\n]+)\n(0|[1-9][0-9]{0,15})\n([^\n]+)\n", text.decode("utf-8"))
    ensure(parts and is_key(parts[3]) and int(parts[2]) <= SAFE, "The checkpoint is malformed.")
    return {"origin": parts[1], "size": int(parts[2]), "root": parts[3]}


# --- RFC 6962 ------------------------------------------------------------------------------------------------------

def root_of(leaves):
    stack = []
    for i, node in enumerate(leaves):
        while i & 1:
            node, i = sha256(b"\1", stack.pop(), node), i >> 1
        stack.append(node)
    root = stack.pop() if stack else sha256()
    while stack:
        root = sha256(b"\1", stack.pop(), root)
    return root


# --- checks --------------------------------------------------------------------------------------------------------

class Findings:
    def __init__(self):
        self.failed = []

    def check(self, sentence, work):
        """Runs one check, prints what it finds. `work` gets a function that takes faults; its value is passed on."""
        faults, value = [], None
        try:
            value = work(faults.append)
        except Unmet as unmet:
            faults.append(str(unmet))
        except Exception:
            # Hostile input: whatever a check trips over is a finding.
            faults.append("A file is not in its form.")
        for fault in faults[:MAX_SHOWN]:
            say("FAILED", fault)
        if len(faults) > MAX_SHOWN:
            say("FAILED", "And %d more of this kind." % (len(faults) - MAX_SHOWN))
        if faults:
            self.failed.append(sentence)
        else:
            say("ok", sentence)
        return value


def say(word, sentence):
    print("%-7s %s" % (word, ascii(sentence)[1:-1]))


def file_of(files, name):
    ensure(name in files, name + " is missing.")
    return files[name]


def read_manifest(files):
    m = parse_canonical(file_of(files, MANIFEST), MANIFEST)
    good = (
        has_keys(m, MANIFEST_KEYS) and m["format"] == "audit/1"
        and all(is_id(m[key]) for key in ("log", "store", "who")) and is_instant(m["at"])
        and isinstance(m["app"], str) and isinstance(m["why"], str)
        and has_keys(m["checkpoint"], ("origin", "root", "size")) and isinstance(m["checkpoint"]["origin"], str)
        and is_key(m["checkpoint"]["root"]) and is_count(m["checkpoint"]["size"])
        and has_keys(m["counts"], ("shown", "withheld")) and all(map(is_count, m["counts"].values()))
        and has_keys(m["filter"], ("from", "to"))
        and all(value is None or is_instant(value) for value in m["filter"].values())
        and isinstance(m["files"], dict)
    )
    ensure(good, "manifest.json is not in its form.")
    return m


def check_files(files, manifest, fault):
    for name in sorted((set(files) | set(LISTED) | set(manifest["files"])) - {MANIFEST}):
        if name not in LISTED:
            fault("%s does not belong in an audit bundle." % name)
        elif name not in files:
            fault("%s is missing." % name)
        elif name not in manifest["files"]:
            fault("%s is not listed in the manifest." % name)
        elif sha256(files[name]).hex() != manifest["files"][name]:
            fault("%s is not the file that the manifest lists." % name)


def read_key(files, expected):
    data = file_of(files, "key.vkey").decode("utf-8")
    ensure(data.endswith("\n"), "key.vkey does not end in a newline.")
    vkey = data[:-1]
    key = parse_vkey(vkey)[2]
    ensure(expected is None or expected.strip() == vkey, "The key in key.vkey is not the key that was given.")
    return {"vkey": vkey, "key": key, "device": id_of_key(key)}


def read_authors(files):
    authors = parse_canonical(file_of(files, "authors.json"), "authors.json")
    good = has_keys(authors, ("devices", "staff")) and all(isinstance(part, dict) for part in authors.values())
    good = good and all(is_id(key) and is_key(value) for key, value in authors["devices"].items())
    good = good and all(is_id(key) and isinstance(value, list) and value and all(map(is_key, value))
                        for key, value in authors["staff"].items())
    ensure(good, "authors.json is not in its form.")
    return authors


def check_authors(authors, key, store, fault):
    for device, text in authors["devices"].items():
        if id_of_key(unbase64(text)) != device:
            fault("authors.json: the key of device %s is not its own." % device)
    if authors["devices"].get(key["device"]) != base64.b64encode(key["key"]).decode():
        fault("The key in key.vkey is not that of a device in authors.json.")
    if not any(id_of_key(unbase64(text)) == store for keys in authors["staff"].values() for text in keys):
        fault("No key in authors.json is that of the founder, from which the store has its id.")


def check_origin(checkpoint, manifest, fault):
    if checkpoint["origin"] != "practice-log/%s/%s" % (manifest["store"], manifest["log"]):
        fault("The checkpoint is that of another store or log.")
    if checkpoint != manifest["checkpoint"]:
        fault("The checkpoint is not the one that the manifest states.")


def read_line(data, seq):
    """(leaf, shown): shown is None for a withheld line."""
    if data[:1] == b"{":
        line = parse_canonical(data, "Entry %d" % seq)
        good = has_keys(line, ("h", "s")) and is_header(line["h"]) and unbase64(line["s"], 64) is not None
        ensure(good, "Entry %d: the line is not in the one form that an entry has." % seq)
        # {"h":HEADER,"s":"88 characters"}: the signature is over the bytes of HEADER.
        return sha256(b"\0", data), {"h": line["h"], "signed": data[5:-96], "signature": unbase64(line["s"])}
    leaf = unbase64(data.decode("latin-1"), 32) if len(data) == 44 else None
    ensure(leaf is not None, "Entry %d: the line is neither an entry nor the hash of one." % seq)
    return leaf, None


def read_lines(data, fault):
    rows = data.split(b"\n")
    if rows.pop() != b"":
        fault("The last line of entries.jsonl does not end.")
    lines = []
    for seq, row in enumerate(rows):
        try:
            lines.append(read_line(row, seq))
        except Unmet as unmet:
            fault(str(unmet))
            lines.append((sha256(b"\0", row), None))
    return lines


def check_chain(lines, log, device, fault):
    previous, clock, ids = bytes(32), [-1, 0], set()
    for seq, (leaf, shown) in enumerate(lines):
        if shown:
            h = shown["h"]
            for good, what in (
                (h["seq"] == seq, "it says that it is entry %d." % h["seq"]),
                (h["log"] == log, "it belongs to another log."),
                (h["dev"] == device, "it was written on another device than the one whose log this is."),
                (unbase64(h["prev"]) == previous, "it does not follow the entry before it."),
                (h["hlc"] > clock, "its clock does not come after that of the entries before it."),
                (h["id"] not in ids, "its id was used before."),
            ):
                if not good:
                    fault("Entry %d: %s" % (seq, what))
            clock = h["hlc"]
            ids.add(h["id"])
        previous = leaf


def check_counts(lines, manifest, fault):
    first, last = manifest["filter"]["from"], manifest["filter"]["to"]
    shown = [line["h"] for _, line in lines if line]
    for h in shown:
        if (first is not None and h["at"] < first) or (last is not None and h["at"] > last):
            fault("Entry %d: its date is outside the dates that the manifest gives." % h["seq"])
    for word, count in (("shown", len(shown)), ("withheld", len(lines) - len(shown))):
        if manifest["counts"][word] != count:
            fault("The manifest counts %d %s entries, there are %d." % (manifest["counts"][word], word, count))


def check_csv(data, lines, fault):
    text = data.decode("utf-8")
    ensure(text.startswith("\ufeff"), "audit.csv is not in its form.")
    csv.field_size_limit(1 << 30)
    rows = list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))
    shown = [line["h"] for _, line in lines if line]
    if not rows or rows[0][:8] != COLUMNS:
        fault("audit.csv does not have the columns of an audit bundle.")
    if len(rows) - 1 != len(shown):
        fault("audit.csv has %d rows for %d shown entries." % (len(rows) - 1, len(shown)))
    for h, row in zip(shown, rows[1:]):
        cells = [str(h["seq"]), h["at"], h["type"], h["actor"], h["dev"], h["thread"], h["about"], h["id"]]
        # A leading ' keeps a spreadsheet from taking an id that begins with - for a formula.
        cells = ["'" + cell if cell and cell[0] == "-" else cell or "" for cell in cells]
        if row[:8] != cells:
            fault("audit.csv says something else than entry %d." % h["seq"])


def keys_for(h, authors, store):
    """The keys that may have signed an entry; entry 0 is the founder's, whose key gives the store its id."""
    if h["actor"] is None:
        listed = [authors["devices"].get(h["dev"])] if h["type"] == "restricted" and h["seq"] > 0 else []
    else:
        listed = authors["staff"].get(h["actor"], [])
    keys = [unbase64(text) for text in listed if text]
    return [key for key in keys if h["seq"] > 0 or id_of_key(key) == store]


def check_signatures(lines, authors, store, ssl, fault):
    """One openssl process a signature, eight at a time: the start of a process is most of the cost."""
    shown = [(seq, line) for seq, (_, line) in enumerate(lines) if line]

    def signed(item):
        line = item[1]
        keys = keys_for(line["h"], authors, store)
        return any(ssl.verify(key, line["signed"], line["signature"]) for key in keys)

    with ThreadPoolExecutor(8) as pool:
        for done, ((seq, line), good) in enumerate(zip(shown, pool.map(signed, shown)), 1):
            if not good and line["h"]["actor"] is None and line["h"]["type"] != "restricted":
                fault("Entry %d: it names no author." % seq)
            elif not good:
                fault("Entry %d: it is not signed by %s." % (seq, "its author" if seq else "the founder of the store"))
            if len(shown) > 500 and (done % 250 == 0 or done == len(shown)):
                print("checked %d of %d signatures" % (done, len(shown)), file=sys.stderr)


def check_root(lines, checkpoint, fault):
    if len(lines) != checkpoint["size"]:
        fault("The checkpoint signs %d entries, there are %d." % (checkpoint["size"], len(lines)))
    if root_of([leaf for leaf, _ in lines]) != unbase64(checkpoint["root"]):
        fault("The entries are not those that the checkpoint signs: their root differs.")


def check_entries(found, files, manifest, key):
    lines = found.check("Every line of entries.jsonl is an entry or the hash of a withheld one.",
                        lambda fault: read_lines(file_of(files, "entries.jsonl"), fault))
    if lines is None:
        return None
    found.check("Every shown entry stands in its place and follows the one before it.",
                lambda fault: check_chain(lines, manifest["log"], key["device"], fault))
    counts = (manifest["counts"]["shown"], manifest["counts"]["withheld"])
    found.check("%d entries are shown and %d withheld, as the manifest says." % counts,
                lambda fault: check_counts(lines, manifest, fault))
    found.check("The first eight columns of audit.csv agree with the shown entries; the names and words beside them are not checked.",
                lambda fault: check_csv(file_of(files, "audit.csv"), lines, fault))
    return lines


def check_signed(found, files, given, ssl):
    """Everything that needs the manifest, after the parts that stand alone."""
    manifest = found.check("The manifest is in its form.", lambda _: read_manifest(files))
    sentence = "key.vkey is the key that was given." if given else \
        "key.vkey is a key; it came with the file, so compare it with one obtained another way."
    key = found.check(sentence, lambda _: read_key(files, given))
    authors = found.check("authors.json is in its form.", lambda _: read_authors(files))
    checkpoint = key and found.check(
        "The checkpoint is signed by this key.",
        lambda _: parse_checkpoint(note_text(file_of(files, "checkpoint"), key["vkey"], ssl)))
    if not manifest:
        return
    found.check("Every file is the one that the manifest lists, and there is no other.",
                lambda fault: check_files(files, manifest, fault))
    if checkpoint:
        found.check("The checkpoint is that of log %s of store %s." % (manifest["log"], manifest["store"]),
                    lambda fault: check_origin(checkpoint, manifest, fault))
    lines = check_entries(found, files, manifest, key) if key else None
    if key and authors:
        found.check("The key is that of a device, and the founder's key gives the store its id.",
                    lambda fault: check_authors(authors, key, manifest["store"], fault))
    if lines is not None and authors:
        found.check("Every shown entry is signed by its author.",
                    lambda fault: check_signatures(lines, authors, manifest["store"], ssl, fault))
    if lines is not None and checkpoint:
        found.check("The %d entries are all that the checkpoint signs, in order, and no other." % len(lines),
                    lambda fault: check_root(lines, checkpoint, fault))


def main():
    parser = argparse.ArgumentParser(description="Checks an audit bundle of the practice log.")
    parser.add_argument("source", nargs="?", default=os.path.dirname(os.path.abspath(__file__)))
    parser.add_argument("--key", help="the verifier key, obtained by another route than this file")
    options = parser.parse_args()
    found = Findings()
    files = found.check("The bundle can be read.", lambda _: read_bundle(options.source))
    with tempfile.TemporaryDirectory() as folder:
        ssl = OpenSsl(folder)
        found.check("The openssl command checks Ed25519 signatures.", lambda _: ssl.test())
        if not found.failed:
            check_signed(found, files, options.key, ssl)
    if not found.failed:
        print("This export holds.")
        return 0
    print("This export does not hold. Not so: %s" % ascii(" ".join(found.failed))[1:-1])
    return 1


if __name__ == "__main__":
    sys.exit(main())
