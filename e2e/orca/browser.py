"""Talks to Chromium over its DevTools protocol, with nothing but the standard library."""
import base64, json, os, re, socket, struct, time


class Lost(Exception):
    """The browser does not answer."""


class Browser:
    """Just enough of the DevTools protocol to go to a page and to know when it is quiet."""

    def __init__(self, url):
        host, port, path = re.match(r"ws://([^:/]+):(\d+)(/.*)", url).groups()
        self.socket = socket.create_connection((host, int(port)), 5)
        self.socket.sendall(("GET %s HTTP/1.1\r\nHost: %s:%s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        "Sec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n\r\n"
                        % (path, host, port, base64.b64encode(os.urandom(16)).decode())).encode())
        self.unread = b""
        while b"\r\n\r\n" not in self.unread:
            self.unread += self.socket.recv(4096)
        self.unread = self.unread.split(b"\r\n\r\n", 1)[1]
        self.number, self.replies, self.fragment = 0, {}, b""
        self.requests, self.loading, self.last = {}, False, time.monotonic()

    def send(self, method, **params):
        self.number += 1
        data = json.dumps({"id": self.number, "method": method, "params": params}).encode()
        head = b"\x81" + (bytes([0x80 | len(data)]) if len(data) < 126 else b"\xfe" + struct.pack(">H", len(data)))
        self.socket.sendall(head + b"\0\0\0\0" + data)
        return self.number

    def pump(self, timeout=0.0):
        self.socket.settimeout(timeout or 0.001)
        try:
            chunk = self.socket.recv(1 << 16)
            if not chunk:
                raise Lost("the browser is gone")
            self.unread += chunk
        except (socket.timeout, BlockingIOError):
            pass
        finally:
            self.socket.settimeout(5)
        # A frame of a WebSocket: how long it is stands in the second byte, or in the two or eight after that.
        while len(self.unread) >= 2:
            size, begin = self.unread[1] & 127, 2
            if size == 126:
                size, begin = (struct.unpack(">H", self.unread[2:4])[0], 4) if len(self.unread) >= 4 else (1 << 60, 4)
            elif size == 127:
                size, begin = (struct.unpack(">Q", self.unread[2:10])[0], 10) if len(self.unread) >= 10 else (1 << 60, 10)
            if len(self.unread) < begin + size:
                return
            code, is_last = self.unread[0] & 15, self.unread[0] & 128
            data, self.unread = self.unread[begin:begin + size], self.unread[begin + size:]
            if code in (0, 1):
                self.fragment += data
                if is_last:
                    self.handle(json.loads(self.fragment))
                    self.fragment = b""

    def handle(self, message):
        if "id" in message:
            self.replies[message["id"]] = message
            return
        name, about = message["method"], message["params"]
        if name == "Network.requestWillBeSent":
            self.requests[about["requestId"]] = self.last = time.monotonic()
        elif name in ("Network.loadingFinished", "Network.loadingFailed"):
            self.requests.pop(about["requestId"], None)
            self.last = time.monotonic()
        elif name in ("Page.frameStartedLoading", "Page.frameStartedNavigating"):
            self.loading = True
        elif name == "Page.frameStoppedLoading":
            self.loading = False
            self.last = time.monotonic()

    def call(self, method, **params):
        number, end = self.send(method, **params), time.monotonic() + 10
        while number not in self.replies:
            if time.monotonic() > end:
                raise Lost("no reply to " + method)
            self.pump(0.05)
        return self.replies.pop(number)

    def js(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        return answer.get("result", {}).get("result", {}).get("value")

    def quiet(self):
        """True when no page is being loaded and nothing fetched; what takes longer than 15 seconds is not waited for."""
        self.pump()
        return not self.loading and all(time.monotonic() - since > 15 for since in self.requests.values())
