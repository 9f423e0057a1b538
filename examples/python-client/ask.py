#!/usr/bin/env python3
"""Asks a Xiaoer server a question and prints the answer; without a question, what is new. See README.md."""

import argparse
import base64
import json
import os
import random
import sys
import time

from plain_text import lines
from websocket import Refused, WebSocket

QUIET_SECONDS = 1.0
REMEMBERED = 300


def fresh(size=16):
    return base64.urlsafe_b64encode(os.urandom(size)).decode().rstrip("=")


class Stop(Exception):
    """Nothing can be done but to say why."""


class State:
    """Everything that outlives this program, in one file that is replaced as a whole (rules 1 to 3)."""

    def __init__(self, path):
        self.path = path
        self.kept = {"install": fresh(), "secret": None, "conversation": None, "epoch": None, "seq": 0}
        self.kept.update(outbox=[], seen=[])
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                self.kept.update(json.load(file))

    def __getitem__(self, name):
        return self.kept[name]

    def store(self, **changes):
        self.kept.update(changes)
        beside = f"{self.path}.new"
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            json.dump(self.kept, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, self.path)

    def cursors(self):
        if not self["epoch"]:
            return []
        return [{"conversation": self["conversation"], "epoch": self["epoch"], "seq": self["seq"]}]


class Client:
    def __init__(self, options, state):
        self.options, self.state = options, state
        self.deadline = time.monotonic() + options.timeout
        self.socket = None
        self.principal = None
        self.answered = False
        self.heartbeat = 25.0

    def send(self, **frame):
        self.socket.send(json.dumps(frame))

    def hello(self):
        self.nonce = fresh()
        known = {"secret": self.state["secret"]} if self.state["secret"] else {}
        self.send(
            t="hello", v=1, shop=self.options.shop, install=self.state["install"], nonce=self.nonce,
            cursors=self.state.cursors(), locale=self.options.locale, **known,
        )

    def send_outbox(self):
        """Everything without an event again from the first, which names no `after` (rule 4)."""
        before = {}
        for op in self.state["outbox"]:
            self.send(t="append", conversation=self.state["conversation"], **op, **before)
            before = {"after": op["id"]}

    def show(self, event):
        own = event["from"]["role"] == "shopper"
        for line in lines(event):
            print(f"{'you' if own else event['from'].get('name') or event['from']['role']}: {line}", flush=True)
        if not own and lines(event):
            self.answered = True

    def apply(self, events, epoch, head=None):
        """Stores events, cursor and what leaves the outbox together (rule 3), then shows what was not shown before."""
        seen = self.state["seen"]
        new = [event for event in events if event["id"] not in seen]
        ids = {event["id"] for event in events if event["from"]["id"] == (self.principal or {}).get("id")}
        self.state.store(
            epoch=epoch,
            seq=events[-1]["seq"] if head is None else head,
            outbox=[op for op in self.state["outbox"] if op["id"] not in ids],
            seen=(seen + [event["id"] for event in new])[-REMEMBERED:],
        )
        for event in new:
            self.show(event)

    def on_welcome(self, frame):
        if frame["nonce"] != self.nonce:
            return
        self.principal = frame.get("principal")
        self.heartbeat = frame["heartbeat"] / 1000
        listed = [one["conversation"] for one in frame["conversations"]]
        if listed and self.state["conversation"] not in listed:
            self.state.store(conversation=listed[0], epoch=None, seq=0)
        self.welcomed = True
        self.send_outbox()

    def on_events(self, frame):
        if frame["conversation"] != self.state["conversation"] or "nonce" in frame:
            return
        if self.state["epoch"] not in (None, frame["epoch"]):
            return self.hello()
        events = [event for event in frame["events"] if event["seq"] > self.state["seq"]]
        if not events:
            return
        if events[0]["seq"] != self.state["seq"] + 1:
            return self.hello()
        self.apply(events, frame["epoch"])

    def on_reset(self, frame):
        if frame["conversation"] == self.state["conversation"]:
            self.apply(frame["events"], frame["epoch"], frame["head"])
            # What the server lost is sent again; what it has is answered by an ack.
            self.send_outbox()

    def on_nack(self, frame):
        kind, code = frame["class"], frame["code"]
        if kind in ("fatal", "reauth"):
            raise Stop(f"the server refuses us: {code}. {frame.get('message', '')}")
        if kind == "rejected":
            self.state.store(outbox=[op for op in self.state["outbox"] if op["id"] != frame.get("id")])
            raise Stop(f"this was refused: {code}. {frame.get('message', '')}")
        if code == "use":
            self.state.store(conversation=frame["use"], epoch=None, seq=0)
            self.hello()
        elif code == "conversation-closed":
            self.state.store(conversation=fresh(), epoch=None, seq=0)
            self.send_outbox()
        else:
            time.sleep(min(frame.get("retryAfter", 500) / 1000, max(0, self.deadline - time.monotonic())))
            self.send_outbox() if self.welcomed else self.hello()

    def handle(self, frame):
        if frame["t"] == "ping":
            self.send(t="pong", cursors=self.state.cursors())
            if frame["heads"].get(self.state["conversation"], 0) > self.state["seq"]:
                self.hello()
        elif frame["t"] == "goaway":
            raise ConnectionError("the server is going away")
        elif frame["t"] in ("welcome", "events", "reset", "nack"):
            getattr(self, f"on_{frame['t']}")(frame)

    def talk(self):
        """One link, until there is nothing left to wait for."""
        self.socket, self.welcomed = WebSocket(self.options.address), False
        heard = time.monotonic()
        self.hello()
        while True:
            done = self.welcomed and not self.state["outbox"] and (self.answered or not self.options.question)
            wait = QUIET_SECONDS if done else 6.0 if not self.welcomed else self.heartbeat + 5
            wait = min(wait - (time.monotonic() - heard if done else 0), self.deadline - time.monotonic())
            text = self.socket.receive(wait)
            if text is not None:
                frame = json.loads(text)
                if frame["t"] in ("events", "reset", "welcome"):
                    heard = time.monotonic()
                self.handle(frame)
            elif done:
                return self.send(t="bye", cursors=self.state.cursors())
            elif time.monotonic() >= self.deadline:
                return None
            else:
                raise ConnectionError("the link is dead")

    def run(self):
        tries = 0
        while time.monotonic() < self.deadline:
            try:
                return self.talk()
            except Refused as refused:
                if refused.status not in (429, 503):
                    raise Stop(f"the server refuses the connection: {refused}") from refused
                wait = refused.retry_after
            except OSError:
                wait = None
            finally:
                if self.socket:
                    self.socket.close()
            # Rule 6: a random time, longer with every try.
            backoff = random.uniform(0, min(30, 0.5 * 2**tries)) if wait is None else wait
            time.sleep(min(backoff, max(0, self.deadline - time.monotonic())))
            tries += 1
        return None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address", help="such as ws://127.0.0.1:4173/ws")
    parser.add_argument("question", nargs="?", help="without it, only what is new is printed")
    parser.add_argument("--shop", default="yunlai")
    parser.add_argument("--locale", default="en")
    parser.add_argument("--state", default="xiaoer-state.json", help="where secret, cursor and outbox are kept")
    parser.add_argument("--timeout", type=float, default=30, help="seconds, after which it gives up")
    options = parser.parse_intermixed_args()
    state = State(options.state)
    if options.question:
        # Rule 1: stored before it leaves, with the secret in the same step.
        state.store(
            secret=state["secret"] or fresh(32),
            conversation=state["conversation"] or fresh(),
            outbox=state["outbox"] + [{"id": fresh(), "kind": "text", "body": {"text": options.question}}],
        )
    elif not state["secret"]:
        return "Nothing was asked yet: give a question."
    client = Client(options, state)
    try:
        client.run()
    except Stop as stop:
        return str(stop)
    if state["outbox"]:
        return "The server was not reached. What you wrote is kept and goes with the next run."
    return None if client.answered or not options.question else "No answer came yet. Run again without a question."


if __name__ == "__main__":
    sys.exit(main())
