"""JupyterLab on this machine alone, with a token, and nothing of the user's: folders of its own."""
import contextlib
import json
import os
import pathlib
import secrets
import subprocess
import sys
import tempfile
import time

TIMEOUT = 60


@contextlib.contextmanager
def lab(files):
    """A running JupyterLab over a folder with these files (text by name). Gives its folder, its address and
    its token."""
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        folder = scratch / "notebooks"
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_text(text)
        # Nothing is to be asked of the network; cells out of sight are there, too.
        for name, text in (
            ("apputils-extension/notification", '{"fetchNews": "false", "checkForUpdates": false}'),
            ("notebook-extension/tracker", '{"windowingMode": "none"}'),
        ):
            path = scratch / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
            path.parent.mkdir(parents=True)
            path.write_text(text)
        token = secrets.token_hex(16)
        environment = dict(
            os.environ, HOME=str(scratch), JUPYTER_CONFIG_DIR=str(scratch / "config"),
            JUPYTER_DATA_DIR=str(scratch / "data"), JUPYTER_RUNTIME_DIR=str(scratch / "runtime"),
            JUPYTERLAB_SETTINGS_DIR=str(scratch / "settings"),
            JUPYTERLAB_WORKSPACES_DIR=str(scratch / "workspaces"), JUPYTER_TOKEN=token)
        with open(scratch / "log", "w") as log:
            server = subprocess.Popen(
                [sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", "--port=0",
                 f"--ServerApp.root_dir={folder}", "--LabApp.expose_app_in_browser=True",
                 "--LabApp.extension_manager=readonly"]
                + (["--allow-root"] if os.geteuid() == 0 else []),
                stdout=log, stderr=subprocess.STDOUT, env=environment)
        try:
            yield folder, address(scratch, server), token
        finally:
            server.terminate()
            try:
                server.wait(timeout=20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def address(scratch, server):
    """Where the server listens, once it does."""
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        for path in (scratch / "runtime").glob("jpserver-*.json"):
            with contextlib.suppress(ValueError):
                return json.loads(path.read_text())["url"]
        assert server.poll() is None, (scratch / "log").read_text()
        time.sleep(0.1)
    raise AssertionError((scratch / "log").read_text())
