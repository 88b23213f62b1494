"""Stanford CoreNLP's OpenIE (Angeli et al. 2015), through a server of its own that lives and dies with this process."""

from __future__ import annotations

import os
import shlex
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import closing
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any

from pie_qg.errors import InputError
from pie_qg.recipe import OpenIEConfig
from pie_qg.records import Argument, Sentence, Triple
from pie_qg.tree import Tree

HOME = "CORENLP_HOME"
ANNOTATORS = "tokenize,ssplit,pos,lemma,depparse,natlog,openie"
PROPERTIES = {"tokenize.whitespace": "true", "ssplit.eolonly": "true", "openie.resolve_coref": "false"}
"""One of our sentences a line, in our tokens, so that its token indices are ours."""
LOOPBACK = "127.0.0.1"
NO_PROXY = {"http": "", "all": ""}
STDERR_LINES = 8
INSTALL_HINT = (
    "install it with: python -c \"import stanza; stanza.install_corenlp(dir='corenlp')\" (it needs Java 11 or later), "
    f"and set {HOME} or openie.corenlp_home to that folder"
)


class CoreNLPError(Exception):
    """CoreNLP could not do one text; the server lives on."""


class CoreNLP:
    """A running CoreNLP server; close it, or use it as a context manager."""

    def __init__(self, config: OpenIEConfig) -> None:
        """Start the server and wait until it answers.

        Raises InputError where Java, CoreNLP or stanza is missing, and where the server dies or does not answer.
        """
        self._timeout = config.corenlp_timeout
        self.threads = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        self._folder = tempfile.TemporaryDirectory(prefix="pie-qg-corenlp-")
        self._errors = Path(self._folder.name) / "output.txt"
        try:
            self._client = _client(config, _home(config), Path(self._folder.name), self.threads)
            self._start()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> CoreNLP:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Stop the server and remove its files."""
        if hasattr(self, "_client"):
            self._client.stop()
        self._folder.cleanup()

    def triples(self, sentences: Sequence[Sentence]) -> list[list[Triple]]:
        """Return the triples of each sentence, not yet placed in a passage.

        Raises CoreNLPError where the text takes too long or CoreNLP fails on it; InputError where the server died.
        """
        from stanza.server.client import AnnotationException, TimeoutException

        text = "\n".join(" ".join(map(_one_word, (token.text for token in each.tokens))) for each in sentences)
        if not text.strip():
            return [[] for _ in sentences]
        try:
            document = self._client.annotate(text, proxies=NO_PROXY)
        except TimeoutException as error:
            raise CoreNLPError(f"no answer in {self._timeout:g} s") from error
        except AnnotationException as error:
            self._check_alive()
            raise CoreNLPError(str(error).splitlines()[0] if str(error) else "failed") from error
        return [list(_triples(parsed, own)) for parsed, own in zip(document.sentence, sentences, strict=True)]

    def _start(self) -> None:
        """Start the process ourselves: the client would wait without a time-out and lose the server's last words."""
        from stanza.server import StartServer

        with as_file(files("pie_qg.openie").joinpath("java")) as own_classes, self._errors.open("wb") as errors:
            command = _command(self._client.start_cmd, own_classes)
            try:
                self._client.server = subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=errors, stderr=errors, cwd=self._folder.name
                )
            except FileNotFoundError as error:
                raise InputError(f"openie.extractor: there is no java on this machine; {INSTALL_HINT}") from error
            self._wait()
        self._client.start_server = StartServer.DONT_START

    def _wait(self) -> None:
        end = time.monotonic() + self._timeout
        while not self._answers():
            self._check_alive()
            if time.monotonic() > end:
                waited = f"{self._timeout:g} s after its start (openie.corenlp_timeout)"
                raise InputError(f"CoreNLP did not answer in {waited}{self._tail()}")
            time.sleep(0.2)

    def _answers(self) -> bool:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(f"{self._client.endpoint}/ready", timeout=2) as response:
                return bool(response.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def _check_alive(self) -> None:
        if self._client.server is not None and self._client.server.poll() is not None:
            raise InputError(f"CoreNLP died (exit code {self._client.server.returncode}){self._tail()}")

    def _tail(self) -> str:
        """The end of what the server wrote, on one line (Java tells some faults on stdout)."""
        lines = self._errors.read_text(encoding="utf-8", errors="replace").split("\n")
        last = [line.strip() for line in lines if line.strip()][-STDERR_LINES:]
        return f"; its last words: {' / '.join(last)}" if last else ""


def _home(config: OpenIEConfig) -> Path:
    home = config.corenlp_home or os.environ.get(HOME)
    if not home:
        raise InputError(f"openie.extractor: corenlp is asked for and {HOME} is not set; {INSTALL_HINT}")
    if not list(Path(home).glob("*.jar")):
        raise InputError(f"openie.corenlp_home: no CoreNLP in {home} (no .jar file); {INSTALL_HINT}")
    return Path(home).resolve()


def _client(config: OpenIEConfig, home: Path, folder: Path, threads: int) -> Any:
    if find_spec("stanza") is None:
        raise InputError("openie.extractor: corenlp needs stanza; install it with: pip install 'pie-qg[stanza]'")
    from stanza.server import CoreNLPClient

    properties = folder / "server.props"  # a path, for of a dict the client writes a file into the working folder
    properties.write_text("".join(f"{key} = {value}\n" for key, value in PROPERTIES.items()), encoding="utf-8")
    port = free_port()
    client = CoreNLPClient(
        annotators=ANNOTATORS,
        properties=shlex.quote(str(properties)),
        classpath=f"{home}/*",
        endpoint=f"http://localhost:{port}",  # the only name that it takes
        timeout=int(config.corenlp_timeout * 500),  # of which the client allows a request twice as much, in ms
        threads=threads,
        memory=config.corenlp_memory,
        be_quiet=True,
        preload=ANNOTATORS,
    )
    client.endpoint = f"http://{LOOPBACK}:{port}"
    return client


def _command(command: list[str], own_classes: Path) -> list[str]:
    """The client's command with our class, which binds the server to loopback and ends it with this process."""
    at = command.index("-cp") + 1
    classpath = f"{command[at]}{os.pathsep}{own_classes}"
    exports = "--add-exports=jdk.httpserver/sun.net.httpserver=ALL-UNNAMED"
    provider = "-Dcom.sun.net.httpserver.HttpServerProvider=LoopbackServers"
    return [command[0], exports, provider, *command[1:at], classpath, *command[at + 1 :]]


def free_port() -> int:
    """Return a port of the loopback interface that nothing listens on."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def _one_word(text: str) -> str:
    """The token without anything that Java may take for a space, so that it stays one token."""
    return "".join("_" if char.isspace() or not char.isprintable() else char for char in text) or "_"


def _triples(parsed: Any, own: Sentence) -> Iterator[Triple]:
    tree = Tree(own)
    seen = set()
    for each in parsed.openieTriple:
        subject = _argument(tree, each.subjectTokens, each.subject, "subject")
        relation = _argument(tree, each.relationTokens, each.relation, "relation")
        object_ = _argument(tree, each.objectTokens, each.object, "object")
        key = (subject.tokens, relation.text, object_.tokens)
        if key not in seen and subject.text and relation.text and object_.text:
            seen.add(key)
            yield Triple(subject, relation, object_, confidence=float(each.confidence), rule="corenlp")


def _argument(tree: Tree, places: Any, words: str, role: str) -> Argument:
    tokens = tuple(sorted({place.tokenIndex for place in places if place.tokenIndex < len(tree.tokens)}))
    implied = role == "relation" and len(words.split()) != len(tokens)
    text = words if implied or not tokens else tree.text(tokens)
    return Argument(text, tokens, role, entity=tree.entity(tokens[-1]) if tokens else "")
