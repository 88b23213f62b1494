"""CoreNLP's OpenIE: a real server where there is one, and plain errors where there is none."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path

import pytest

from pie_qg.errors import InputError
from pie_qg.openie.corenlp import CoreNLP, CoreNLPError
from pie_qg.openie.stage import OpenIEStage
from pie_qg.parse import Parser
from pie_qg.recipe import OpenIEConfig
from pie_qg.records import Item, Passage


@pytest.fixture(scope="module")
def config(shared: Path) -> OpenIEConfig:
    home = shared / "corenlp"
    if not list(home.glob("*.jar")):
        pytest.skip(f"no CoreNLP in {home}")
    return OpenIEConfig(extractor="corenlp", corenlp_home=str(home))


def test_says_how_to_install_it_when_it_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CORENLP_HOME", raising=False)
    with pytest.raises(InputError, match="install_corenlp"):
        CoreNLP(OpenIEConfig(extractor="corenlp"))
    with pytest.raises(InputError, match=r"no \.jar file"):
        CoreNLP(OpenIEConfig(extractor="corenlp", corenlp_home=str(tmp_path)))


def test_says_so_where_there_is_no_java(config: OpenIEConfig, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InputError, match="no java"):
        CoreNLP(config)


@pytest.mark.jvm
def test_gives_placed_triples_and_cleans_up(
    config: OpenIEConfig, parser: Parser, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "😀 Snow fell. Marie Curie was born in Warsaw."
    stage = OpenIEStage(config)
    stage.load()
    server = stage._corenlp
    assert server is not None
    try:
        (item,) = stage.run([Item(Passage("p", text), parser.parse([text])[0])])
        born = [each for each in item.triples if each.relation.text == "was born in"]
        assert [(each.subject.text, each.object.text, each.object.entity) for each in born] == [
            ("Marie Curie", "Warsaw", "GPE")
        ]
        for each in item.triples:
            assert text[each.subject.start : each.subject.end] == each.subject.text
        _listens_on_loopback_only(server._client.server_port)
        pid = server._client.server.pid
    finally:
        server.close()
    assert not list(tmp_path.iterdir())
    assert not Path(f"/proc/{pid}").exists()


def _listens_on_loopback_only(port: int) -> None:
    socket.create_connection(("127.0.0.1", port), timeout=5).close()
    other = socket.gethostbyname(socket.gethostname())
    if not other.startswith("127."):
        with pytest.raises(OSError, match="refused"):
            socket.create_connection((other, port), timeout=5)


@pytest.mark.jvm
def test_a_server_that_dies_at_start_tells_its_last_words(config: OpenIEConfig) -> None:
    with pytest.raises(InputError, match=r"died .*last words: .*heap"):
        CoreNLP(config.model_copy(update={"corenlp_memory": "1M"}))


@pytest.mark.jvm
def test_a_text_that_takes_too_long_is_given_up(config: OpenIEConfig, parser: Parser) -> None:
    with CoreNLP(config) as server:
        server._client.timeout = 1
        with pytest.raises(CoreNLPError, match="no answer"):
            server.triples(parser.parse(["The dog that saw the cat left the house. " * 50])[0])


@pytest.mark.jvm
def test_the_server_ends_with_the_process_that_started_it(config: OpenIEConfig) -> None:
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(write, str(CoreNLP(config)._client.server.pid).encode())
        os.kill(os.getpid(), 9)
    os.waitpid(child, 0)
    server = Path("/proc") / os.read(read, 100).decode()
    deadline = time.monotonic() + 10
    while server.exists() and "Z" not in server.joinpath("stat").read_text().split()[2]:
        assert time.monotonic() < deadline, "the server outlived its parent"
        time.sleep(0.1)
