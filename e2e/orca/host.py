"""Runs the system's own Orca with one change: instead of speaking it writes to $ORCA_LOG, a line of JSON for each utterance,
interruption, key and event, so that one can see what was said and when Orca has finished. Started by hear.py."""
import json, os, sys, time, types

import gi
gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
gi.require_version("Atspi", "2.0")
from gi.repository import GLib

OUT = open(os.environ["ORCA_LOG"], "a", buffering=1, encoding="utf-8")
sys.argv = ["orca-host"]          # not "orca": several may run side by side


def log(kind, **fields):
    OUT.write(json.dumps({"t": time.monotonic(), "k": kind, **fields}, ensure_ascii=False) + "\n")
    busy()


# --- "idle" is written once Orca has nothing left to do -----------------------
pending = False
manager = None


def busy():
    global pending
    if not pending:
        pending = True
        GLib.idle_add(idle, priority=GLib.PRIORITY_LOW)


def idle():
    global pending
    if manager is not None and not manager._eventQueue.empty():
        return True
    pending = False
    OUT.write(json.dumps({"t": time.monotonic(), "k": "idle"}) + "\n")
    return False


# --- a speech server that writes instead of speaking ---------------------------
live = False                      # true while Orca presents a live region (alert, status ...)
from orca import chnames, settings, speechserver
from orca.speechserver import SayAllContext


class SpeechServer(speechserver.SpeechServer):
    the_one = None

    @staticmethod
    def getFactoryName():
        return "log"

    @classmethod
    def getSpeechServer(cls, info=None):
        cls.the_one = cls.the_one or cls()
        return cls.the_one

    @classmethod
    def getSpeechServers(cls):
        return [cls.getSpeechServer()]

    @staticmethod
    def shutdownActiveServers():
        pass

    def getInfo(self):
        return ["log", "log"]

    def getVoiceFamilies(self):
        return []

    def speak(self, text=None, acss=None, interrupt=True):
        if isinstance(text, str) and text.strip():
            log("say", text=text, live=live)

    def speakCharacter(self, character, acss=None):
        log("say", text=chnames.getCharacterName(character) or character)

    def speakKeyEvent(self, event, acss=None):
        log("echo", text=("%s %s" % (event.getKeyName(), event.getLockingStateString() or "")).strip())

    def sayAll(self, utterances, progress):
        def step():
            try:
                context, acss = next(utterances)
            except StopIteration:
                return False
            log("say", text=context.utterance)
            context.currentOffset = context.startOffset
            progress(context.copy(), SayAllContext.PROGRESS)
            context.currentOffset = context.endOffset
            progress(context.copy(), SayAllContext.COMPLETED)
            return True
        GLib.idle_add(step)

    def stop(self):
        log("stop")


server_module = types.ModuleType("orca.logspeech")
server_module.SpeechServer = SpeechServer
sys.modules["orca.logspeech"] = server_module

# --- settings: Orca's defaults, but no echo of the keys the test itself presses ----
chosen = {"speechServerFactory": "logspeech", "speechFactoryModules": ["logspeech"],
          "enableBraille": False, "enableBrailleMonitor": False, "enableSound": False,
          "enableKeyEcho": False, "sayAllOnLoad": False}
for name, value in chosen.items():
    setattr(settings, name, value)

from orca import orca, event_manager, liveregions

prefs = os.environ["ORCA_PREFS"]
settings_manager = orca.getSettingsManager()
settings_manager.activate(prefs, chosen)
sys.path.insert(0, prefs)

# --- report the events and keys that Orca handles -----------------------------------
Manager = event_manager.EventManager
manager = orca._eventManager
process_object, process_key = Manager._processObjectEvent, Manager._processKeyboardEvent


def object_event(self, event):
    log("event", type=event.type, d1=event.detail1)
    try:
        return process_object(self, event)
    finally:
        busy()


def key_event(self, event):
    log("key", name=event.event_string, down=int(event.type) == 0)
    try:
        return process_key(self, event)
    finally:
        log("keydone", name=event.event_string, down=int(event.type) == 0)


pump = liveregions.LiveRegionManager.pumpMessages


def pump_messages(self):
    global live
    live = True
    try:
        return pump(self)
    finally:
        live = False
        busy()


liveregions.LiveRegionManager.pumpMessages = pump_messages
Manager._processObjectEvent = object_event
Manager._processKeyboardEvent = key_event

GLib.timeout_add(300, lambda: log("ready"))
sys.exit(orca.main())
