#!/usr/bin/python3
"""Says what Orca says of a page, key by key, as text.

  npm run orca -- [--as rosa|jo] [--at http://127.0.0.1:3000] PATH [KEY ...]

A key is a name that xdotool knows (Tab, shift+Tab, Down, h, Return), with "*4" for four times; "=words" are typed;
"wait:2" waits, for what is said later; "readall" is Orca's "say all", "whereami" its "where am I". Browse mode has keys for what is on a page: h headings, k links,
b buttons, e entries, r radio buttons, t tables, m landmarks. "live:" came from a live region; "~" was cut short by Orca.
Needs a demonstration that is being served (`cargo xtask serve`), and Debian's orca, at-spi2-core, xvfb, openbox, xdotool,
dbus and chromium. Has a display, a bus and a browser of its own each time, and ends what it started."""
import argparse, json, os, re, shutil, signal, subprocess, sys, tempfile, time, urllib.parse, urllib.request

from browser import Browser, Lost
from processes import Processes

HERE = os.path.dirname(os.path.abspath(__file__))
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
COMMANDS = {"readall": "KP_Add", "whereami": "KP_Enter"}
# Seconds in which nothing happens: then a step is over.
QUIET = 0.7
# A page is whole, and its islands are awake.
READY = """document.readyState === "complete" && (!document.querySelector('script[src*="/assets/"]')
    || document.documentElement.hasAttribute("data-hydrated"))"""


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


# Those of the demonstration who work at the desk.
STAFF = ("jo", "samira", "gwen", "owen")


def post(at, path, fields, cookies):
    """The cookies that there are after a form was sent, by name."""
    headers = {"Origin": at, "Cookie": "; ".join("%s=%s" % cookie for cookie in cookies.items())}
    request = urllib.request.Request(at + path, urllib.parse.urlencode(fields).encode(), headers)
    try:
        answer = urllib.request.build_opener(NoRedirect).open(request, timeout=10)
    except urllib.error.HTTPError as redirect:
        answer = redirect
    if answer.status != 303:
        raise Lost("%s at %s answers %s" % (path, at, answer.status))
    given = (cookie.split(";")[0].split("=", 1) for cookie in answer.headers.get_all("Set-Cookie") or [])
    return {**cookies, **{name: value for name, value in given}}


def sign_in(at, person):
    """The session of somebody of the demonstration, by the names of its cookies; at the desk with the first who asked to talk opened."""
    if person not in STAFF:
        return post(at, "/sign-in", {"person": person}, {})
    cookies = post(at, "/desk/sign-in", {"staff": person}, {})
    headers = {"Cookie": "; ".join("%s=%s" % cookie for cookie in cookies.items())}
    page = urllib.request.urlopen(urllib.request.Request(at + "/desk", headers=headers), timeout=10).read().decode()
    hidden = [re.search(r'name="%s" value="([0-9a-f]+)"' % name, page.split("<main")[-1]) for name in ("token", "who")]
    if not all(hidden):
        return cookies
    token, who = (found.group(1) for found in hidden)
    return post(at, "/desk", {"token": token, "who": who}, cookies)


class Session:
    """A display, a bus, Orca and a browser, for one page."""

    def __init__(self):
        self.processes, self.browser = Processes(), None
        self.folder = tempfile.mkdtemp(prefix="own-terms-orca-")
        self.log_path = os.path.join(self.folder, "orca.jsonl")
        open(self.log_path, "w").close()
        self.log, self.records, self.partial, self.mark = open(self.log_path, encoding="utf-8"), [], "", 0

    def path(self, name):
        path = os.path.join(self.folder, name)
        os.makedirs(path, 0o700, exist_ok=True)
        return path

    def start(self):
        errors = open(os.path.join(self.folder, "errors.log"), "ab")

        def telling(args, option, env=None):
            """A program that tells on a pipe where it is."""
            read, write = os.pipe()
            self.processes.start([*args, *option(write)], errors, env=env, pass_fds=[write])
            os.close(write)
            return os.fdopen(read).readline().strip()

        screen = ["Xvfb", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"]
        display = telling(screen, lambda pipe: ["-displayfd", str(pipe)])
        env = {"PATH": os.environ["PATH"], "DISPLAY": ":" + display, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "XDG_SESSION_TYPE": "x11",
               "GSETTINGS_BACKEND": "memory", "GTK_MODULES": "gail:atk-bridge", "NO_AT_BRIDGE": "0", "PYTHONDONTWRITEBYTECODE": "1"}
        for name, folder in {"HOME": "home", "XDG_RUNTIME_DIR": "run", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data",
                             "XDG_CACHE_HOME": "cache"}.items():
            env[name] = self.path(folder)
        bus = ["dbus-daemon", "--session", "--nofork"]
        env["DBUS_SESSION_BUS_ADDRESS"] = telling(bus, lambda pipe: ["--print-address=%d" % pipe], env)
        self.env = env
        for switch in ("IsEnabled", "ScreenReaderEnabled"):
            subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
                            "org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status", "string:" + switch,
                            "variant:boolean:true"], env=env, stdout=errors, stderr=errors, timeout=20, check=True)
        self.processes.start(["openbox", "--sm-disable"], errors, env=env)
        host = dict(env, ORCA_LOG=self.log_path, ORCA_PREFS=self.path("orca"))
        # The system's own Python, which has Orca's modules.
        self.orca = self.processes.start(["/usr/bin/python3", os.path.join(HERE, "host.py")], errors, env=host)
        self.wait_for(lambda record: record["k"] == "say", 40, "Orca did not start")
        self.settle(limit=5)
        self.start_browser(env, errors)

    def start_browser(self, env, errors):
        profile = self.path("profile")
        chromium = [CHROMIUM, "--no-sandbox", "--force-renderer-accessibility", "--disable-gpu", "--no-first-run", "--disable-sync",
                    "--disable-background-networking", "--disable-component-update", "--disable-extensions", "--disable-dev-shm-usage",
                    "--disable-features=Translate,MediaRouter,OptimizationHints", "--password-store=basic", "--test-type", "--lang=en-GB",
                    "--remote-debugging-port=0", "--user-data-dir=" + profile, "--window-position=0,0", "--window-size=1280,900"]
        process = self.processes.start(chromium + ["data:text/html,<title>Start</title><p>start"], errors, env=env)
        page, end = None, time.time() + 30
        while not page:
            if time.time() > end or process.poll() is not None:
                raise Lost("Chromium did not start")
            time.sleep(0.1)
            try:
                port = open(os.path.join(profile, "DevToolsActivePort")).read().split()[0]
                pages = json.load(urllib.request.urlopen("http://127.0.0.1:%s/json/list" % port, timeout=2))
                page = [page for page in pages if page["type"] == "page"][0]
            except (OSError, IndexError, ValueError):
                pass
        self.browser = Browser(page["webSocketDebuggerUrl"])
        for domain in ("Page", "Network", "Runtime"):
            self.browser.call(domain + ".enable")
        # Until it has the focus, no key reaches it. The first window is announced in no fixed way: that is let pass.
        self.xdotool("search", "--sync", "--onlyvisible", "--class", "chromium", "windowactivate", "--sync")
        self.settle(limit=10)

    def open(self, url, cookies):
        self.mark = len(self.records)
        for name, value in cookies.items():
            self.browser.call("Network.setCookie", name=name, value=value, url=url)
        if problem := self.browser.call("Page.navigate", url=url).get("result", {}).get("errorText"):
            raise Lost("%s: %s" % (url, problem))
        loaded = lambda record: record["k"] == "event" and record["type"].startswith("document:load-complete")
        self.wait_for(loaded, 45, "the page never finished loading")
        end = time.monotonic() + 30
        while not self.browser.js(READY):
            if time.monotonic() > end:
                raise Lost("the page never woke up")
            time.sleep(0.1)
        self.settle(limit=30)
        # The window's own title comes now and then.
        return [said for said in self.said() if not said.endswith("frame.")]

    def press(self, key):
        self.xdotool("key", "--clearmodifiers", "--delay", "20", COMMANDS.get(key, key))
        self.wait_for(lambda record: record["k"] == "keydone" and not record["down"], 3, "Orca did not see the key " + key, self.mark)
        self.settle()
        return self.said()

    def type(self, words):
        self.xdotool("type", "--clearmodifiers", "--delay", "40", "--", words)
        self.settle()
        return self.said()

    def xdotool(self, *args):
        subprocess.run(["xdotool", *args], env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=40)

    def read(self):
        self.partial += self.log.read()
        *lines, self.partial = self.partial.split("\n")
        self.records += [json.loads(line) for line in lines if line]
        if self.orca.poll() is not None:
            raise Lost("Orca ended")

    def wait_for(self, test, limit, message, since=0):
        end = time.monotonic() + limit
        while not any(test(record) for record in self.records[max(since, self.mark):]):
            if time.monotonic() > end:
                raise Lost(message)
            self.read()
            if self.browser:
                self.browser.pump()
            time.sleep(0.02)

    def settle(self, limit=10):
        """Waits until neither Orca nor the page has done anything for a while."""
        begin = time.monotonic()
        while time.monotonic() - begin < limit:
            self.read()
            quiet = not self.browser or self.browser.quiet()
            last = self.records[-1] if self.records else {"k": "idle", "t": begin}
            newest = max(last["t"], begin, self.browser.last if self.browser else 0)
            if last["k"] == "idle" and quiet and time.monotonic() - newest >= QUIET:
                return
            time.sleep(0.02)

    def said(self):
        """What was said since the last call, each marked when Orca itself cut it short."""
        part, self.mark, said = self.records[self.mark:], len(self.records), []
        for record in part:
            if record["k"] == "say":
                text = re.sub(r"\s+", " ", record["text"]).strip()
                begin = max([record["t"], *(one["end"] for one in said)])
                # About as long as a voice takes to say it.
                said.append({"text": text, "end": begin + 0.06 * len(text), "live": record.get("live"), "cut": False})
            elif record["k"] == "stop":
                for one in said:
                    if one["end"] > record["t"]:
                        one["cut"], one["end"] = True, record["t"]
        return [("~ " if one["cut"] else "") + ("live: " if one["live"] else "") + one["text"] for one in said]

    def close(self):
        for ending in (signal.SIGTERM, signal.SIGINT):
            signal.signal(ending, signal.SIG_IGN)
        self.processes.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def show(step, said):
    print("== " + step, *("   " + one for one in said or ["(silence)"]), sep="\n", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path")
    parser.add_argument("keys", nargs="*")
    parser.add_argument("--at", default="http://127.0.0.1:3000", help="where the demonstration is served")
    parser.add_argument("--as", dest="person", help="who of the demonstration is signed in")
    options = parser.parse_args()
    for ending in (signal.SIGTERM, signal.SIGINT):
        signal.signal(ending, lambda *_: sys.exit(2))
    session = Session()
    try:
        cookies = sign_in(options.at, options.person) if options.person else {}
        session.start()
        show(options.path, session.open(options.at + options.path, cookies))
        for key in options.keys:
            if key.startswith("="):
                show("typing " + key[1:], session.type(key[1:]))
                continue
            if key.startswith("wait:"):
                time.sleep(float(key[5:]))
                session.settle()
                show(key, session.said())
                continue
            key, _, times = key.partition("*")
            for _ in range(int(times or 1)):
                show(key, session.press(key))
    except (Lost, subprocess.SubprocessError, OSError) as problem:
        sys.exit("orca: %s" % problem)
    finally:
        session.close()


if __name__ == "__main__":
    main()
