"""Starts programs, and ends them with all that they started."""
import ctypes, os, signal, subprocess, time


class Processes:
    """What was started here, and everything that it started; nothing else is ever ended."""

    def __init__(self):
        # PR_SET_CHILD_SUBREAPER: what a child leaves behind becomes ours, and is ended too.
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
        self.list = []

    def start(self, args, log, **how):
        process = subprocess.Popen(args, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, **how)
        self.list.append(process)
        return process

    @staticmethod
    def descendants():
        children = {}
        for name in os.listdir("/proc"):
            if name.isdigit():
                try:
                    parent = int(open("/proc/%s/stat" % name).read().rsplit(")", 1)[1].split()[1])
                    children.setdefault(parent, []).append(int(name))
                except OSError:
                    pass
        found, todo = [], [os.getpid()]
        while todo:
            more = children.get(todo.pop(), [])
            found += more
            todo += more
        return found

    def stop(self):
        """Asks each to end, the last first; then what they left behind; then asks no more."""
        for process in reversed(self.list):
            if process.poll() is None:
                process.terminate()
        for asking, limit in ((None, 2), (signal.SIGTERM, 1), (signal.SIGKILL, 2)):
            for pid in self.descendants() if asking else []:
                try:
                    os.kill(pid, asking)
                except OSError:
                    pass
            end = time.time() + limit
            while time.time() < end:
                try:
                    while os.waitpid(-1, os.WNOHANG)[0]:
                        pass
                except ChildProcessError:
                    return
                time.sleep(0.05)
