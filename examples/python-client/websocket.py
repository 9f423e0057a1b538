"""A WebSocket client (RFC 6455) as far as the Xiaoer protocol needs one: text messages, no extensions."""

import base64
import hashlib
import os
import socket
import ssl
import struct
from urllib.parse import urlsplit

GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
TEXT, CLOSE, PING, PONG = 1, 8, 9, 10


class Refused(Exception):
    """The server answered the upgrade with something else; `retry_after` in seconds where it asked for a wait."""

    def __init__(self, status, text, retry_after):
        super().__init__(f"{status} {text}".strip())
        self.status = status
        self.retry_after = retry_after


class WebSocket:
    def __init__(self, address, timeout=10):
        url = urlsplit(address)
        port = url.port or (443 if url.scheme == "wss" else 80)
        self.socket = socket.create_connection((url.hostname, port), timeout)
        if url.scheme == "wss":
            self.socket = ssl.create_default_context().wrap_socket(self.socket, server_hostname=url.hostname)
        self.received = b""
        try:
            self._upgrade(url)
        except BaseException:
            self.socket.close()
            raise

    def _upgrade(self, url):
        key = base64.b64encode(os.urandom(16)).decode()
        path = (url.path or "/") + (f"?{url.query}" if url.query else "")
        lines = [
            f"GET {path} HTTP/1.1",
            f"Host: {url.netloc}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {key}",
            "Sec-WebSocket-Version: 13",
        ]
        self.socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        while b"\r\n\r\n" not in self.received:
            self._more()
        head, self.received = self.received.split(b"\r\n\r\n", 1)
        status, *rest = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in rest)}
        code = int(status.split(" ")[1])
        if code != 101:
            wait = headers.get("retry-after", "")
            raise Refused(code, self.received.decode("utf-8", "replace"), float(wait) if wait.isdigit() else None)
        expected = base64.b64encode(hashlib.sha1((key + GUID).encode()).digest()).decode()
        if headers.get("sec-websocket-accept") != expected:
            raise ConnectionError("this is no WebSocket server")

    def _more(self):
        chunk = self.socket.recv(65536)
        if not chunk:
            raise ConnectionError("the connection ended")
        self.received += chunk

    def _send(self, opcode, payload):
        size = len(payload)
        if size < 126:
            head = struct.pack("!BB", 0x80 | opcode, 0x80 | size)
        elif size < 65536:
            head = struct.pack("!BBH", 0x80 | opcode, 0x80 | 126, size)
        else:
            head = struct.pack("!BBQ", 0x80 | opcode, 0x80 | 127, size)
        mask = os.urandom(4)
        self.socket.sendall(head + mask + bytes(byte ^ mask[at % 4] for at, byte in enumerate(payload)))

    def send(self, text):
        self._send(TEXT, text.encode())

    def _frame(self):
        """The first whole frame received so far as (final, opcode, payload), or None."""
        data = self.received
        if len(data) < 2:
            return None
        size, at = data[1] & 0x7F, 2
        if size > 125:
            width = 2 if size == 126 else 8
            if len(data) < 2 + width:
                return None
            size, at = int.from_bytes(data[2 : 2 + width], "big"), 2 + width
        if len(data) < at + size:
            return None
        self.received = data[at + size :]
        return bool(data[0] & 0x80), data[0] & 0x0F, data[at : at + size]

    def receive(self, timeout):
        """The next text message; None when none has come within `timeout` seconds. ConnectionError at the end."""
        self.socket.settimeout(max(timeout, 0.001))
        message = b""
        while True:
            frame = self._frame()
            if frame is None:
                try:
                    self._more()
                except TimeoutError:
                    return None
                continue
            final, opcode, payload = frame
            if opcode == CLOSE:
                raise ConnectionError(f"closed by the server: {int.from_bytes(payload[:2], 'big') or 'no code'}")
            if opcode == PING:
                self._send(PONG, payload)
            elif opcode < CLOSE:
                message += payload
                if final:
                    return message.decode()

    def close(self):
        self.socket.close()
