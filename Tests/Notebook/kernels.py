"""Kernels for the tests, and short ways to talk to them."""
import contextlib
import time

from jupyter_client.manager import KernelManager
from jupyter_kernel_test.msgspec_v5 import get_msg_content_validator, schema_fragments, validate_message

TIMEOUT = 30

# Messages that the package has no schema for, as the protocol describes them.
schema_fragments.setdefault("iopub_welcome", {"properties": {"subscription": {"type": "string"}}})
schema_fragments.setdefault("comm_close", {
    "properties": {"comm_id": {"type": "string"}, "data": {"type": "object"}}})
schema_fragments.setdefault("debug_reply", {
    "properties": {
        "type": {"const": "response"}, "request_seq": {"type": "number"},
        "success": {"type": "boolean"}, "command": {"type": "string"}},
})


def validated(message):
    """The message, if it is what the protocol says."""
    validate_message(message)
    return message


@contextlib.contextmanager
def kernel():
    """A running kernel and a client of it."""
    manager = KernelManager(kernel_name="sparsesh")
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        yield manager, client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def outputs(client, request):
    """What was published for a request, `busy` and `idle` left out, until it was done."""
    found = []
    while True:
        message = validated(client.get_iopub_msg(timeout=TIMEOUT))
        if message["parent_header"].get("msg_id") != request:
            continue
        if message["msg_type"] == "status":
            if message["content"]["execution_state"] == "idle":
                return found
            continue
        found.append(message)


def reply(client, request, channel="shell"):
    """The reply to a request."""
    get = {"shell": client.get_shell_msg, "control": client.get_control_msg}[channel]
    while True:
        message = validated(get(timeout=TIMEOUT))
        if message["parent_header"].get("msg_id") == request:
            return message


def run(client, code, **options):
    """Runs a cell. Returns the content of its reply, and what it published."""
    request = client.execute(code, **options)
    return reply(client, request)["content"], outputs(client, request)


def text(messages):
    """The text that a cell shows: its streams and the plain form of its results."""
    shown = ""
    for message in messages:
        content = message["content"]
        if message["msg_type"] == "stream":
            shown += content["text"]
        elif message["msg_type"] in ("execute_result", "display_data"):
            shown += content["data"]["text/plain"] + "\n"
    return shown


def until(condition, seconds=TIMEOUT):
    """Waits until a condition holds; fails if it does not in time."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come about in time"
        time.sleep(0.01)
