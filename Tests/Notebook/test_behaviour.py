"""What `jupyter_kernel_test` does not try: interrupts, several clients, wrong signatures, restarts,
displays that change, cells given up after a failure, thousands of cells."""
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import zmq
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.session import Session

from kernels import TIMEOUT, kernel, outputs, reply, run, text, until, validated

LONG = (
    "spirals = data spirals samples=1000 test_samples=100\n"
    "net = network in-64*2-out\n"
    "first = train net data=spirals epochs=1000000 batch=20"
)


def begun(client, request):
    """Waits until a training shows its progress."""
    while True:
        message = validated(client.get_iopub_msg(timeout=TIMEOUT))
        if (message["parent_header"].get("msg_id") == request
                and message["msg_type"] == "display_data"
                and "epoch" in message["content"]["data"]["text/plain"]):
            return message


class InterruptTests(unittest.TestCase):
    def stopped(self, interrupt):
        with kernel() as (manager, client):
            run(client, "kept = 41")
            request = client.execute(LONG)
            begun(client, request)
            start = time.monotonic()
            interrupt(manager, client)
            content = reply(client, request)["content"]
            self.assertLess(time.monotonic() - start, 1)
            self.assertEqual(content["status"], "error")
            self.assertEqual(content["ename"], "Interrupted")
            kinds = [message["msg_type"] for message in outputs(client, request)]
            self.assertEqual(kinds.count("error"), 1)
            self.assertEqual(text(run(client, "kept + 1")[1]), "42\n")
            self.assertEqual(text(run(client, "first.completed")[1]), "false\n")
            self.assertIn("of 1,000,000 epochs", text(run(client, "first")[1]))

    def test_request_keeps_the_run_and_the_session(self):
        def interrupt(manager, client):
            client.control_channel.send(client.session.msg("interrupt_request", {}))
            answer = validated(client.get_control_msg(timeout=TIMEOUT))
            self.assertEqual(answer["msg_type"], "interrupt_reply")
            self.assertEqual(answer["content"]["status"], "ok")

        self.stopped(interrupt)

    def test_signal_keeps_the_run_and_the_session(self):
        def interrupt(manager, client):
            os.kill(manager.provisioner.pid, signal.SIGINT)

        self.stopped(interrupt)

    def test_out_names_an_interrupted_run(self):
        with kernel() as (manager, client):
            request = client.execute(LONG.replace("first = ", ""))
            begun(client, request)
            manager.interrupt_kernel()
            count = reply(client, request)["content"]["execution_count"]
            results = [m for m in outputs(client, request) if m["msg_type"] == "execute_result"]
            self.assertEqual(results[-1]["content"]["execution_count"], count)
            self.assertEqual(text(run(client, f"_{count}.completed")[1]), "false\n")

    def test_shell_command_ends(self):
        with kernel() as (manager, client):
            request = client.execute("!echo begun; sleep 60")
            until(lambda: client.get_iopub_msg(timeout=TIMEOUT)["msg_type"] == "stream")
            start = time.monotonic()
            manager.interrupt_kernel()
            reply(client, request)
            self.assertLess(time.monotonic() - start, 1)

    def test_shell_command_ends_that_prints_nowhere(self):
        with kernel() as (manager, client):
            request = client.execute("!exec >/dev/null 2>&1; sleep 60")
            time.sleep(0.5)
            start = time.monotonic()
            manager.interrupt_kernel()
            reply(client, request)
            self.assertLess(time.monotonic() - start, 1)

    def test_interrupt_of_nothing_changes_nothing(self):
        with kernel() as (manager, client):
            manager.interrupt_kernel()
            time.sleep(0.1)
            self.assertEqual(text(run(client, "6 * 7")[1]), "42\n")


class CellTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.context = kernel()
        cls.manager, cls.client = cls.context.__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.context.__exit__(None, None, None)

    def test_error_is_the_diagnostic_of_the_prompt(self):
        content, _ = run(self.client, "policy codacorest")
        self.assertEqual(content["ename"], "E0204")
        trace = "\n".join(content["traceback"])
        self.assertIn("did you mean `codacorset`?", trace)
        self.assertIn("\x1b[", trace)
        run(self.client, "set color=never")
        content, _ = run(self.client, "policy codacorest")
        run(self.client, "set color=auto")
        trace = "\n".join(content["traceback"])
        self.assertIn("policy codacorest\n   |        ^^^^^^^^^^ not a policy\n", trace)
        self.assertNotIn("\x1b", trace)

    def test_silent_cells_leave_no_trace(self):
        before, _ = run(self.client, "1")
        content, shown = run(self.client, 'x_silent = 7; print "x"; x_silent', silent=True)
        self.assertEqual(shown, [])
        self.assertEqual(content["execution_count"], before["execution_count"])
        content, shown = run(self.client, "x_silent")
        self.assertEqual(text(shown), "7\n")
        self.assertEqual(content["execution_count"], before["execution_count"] + 1)
        content, shown = run(self.client, "1 / 0", silent=True, stop_on_error=False)
        self.assertEqual((content["status"], shown), ("error", []))

    def test_cells_that_are_not_stored_are_not_counted(self):
        before, _ = run(self.client, '"stored"')
        content, shown = run(self.client, '"not stored"', store_history=False)
        self.assertEqual(content["execution_count"], before["execution_count"])
        self.assertEqual(text(shown), '"not stored"\n')
        request = self.client.history(hist_access_type="tail", n=1, output=True)
        entry = reply(self.client, request)["content"]["history"][0]
        self.assertEqual(entry[1:], [before["execution_count"], ['"stored"', '"stored"']])

    def test_history_by_range(self):
        first, _ = run(self.client, '"range one"')
        run(self.client, '"range two"')
        request = self.client.history(
            hist_access_type="range", session=0, start=first["execution_count"],
            stop=first["execution_count"] + 2)
        entries = reply(self.client, request)["content"]["history"]
        self.assertEqual([entry[2] for entry in entries], ['"range one"', '"range two"'])
        request = self.client.history(hist_access_type="range", session=-100000, start=1)
        self.assertEqual(reply(self.client, request)["content"]["history"], [])

    def test_user_expressions(self):
        content, _ = run(
            self.client, "value = 6", user_expressions={"good": "value * 7", "bad": "value / 0"})
        good, bad = (content["user_expressions"][name] for name in ("good", "bad"))
        self.assertEqual((good["status"], good["data"]["text/plain"]), ("ok", "42"))
        self.assertEqual((bad["status"], bad["ename"]), ("error", "E0502"))

    def test_cells_after_a_failure_are_given_up(self):
        failing = "!sleep 0.2\n1 / 0"
        requests = [
            self.client.execute(code) for code in (failing, "after = 1", "after = 2", "after = 3")]
        status = [reply(self.client, request)["content"]["ename"] for request in requests]
        self.assertEqual(status, ["E0502", "Aborted", "Aborted", "Aborted"])
        for request in requests[1:]:
            self.assertEqual(outputs(self.client, request), [])
        content, _ = run(self.client, "after")
        self.assertEqual(content["ename"], "E0201")

    def test_cells_go_on_where_that_is_wished(self):
        requests = [
            self.client.execute(code, stop_on_error=False) for code in ("1 / 0", '"next"')]
        status = [reply(self.client, request)["content"]["status"] for request in requests]
        self.assertEqual(status, ["error", "ok"])
        outputs(self.client, requests[1])

    def test_progress_is_one_display_that_changes(self):
        request = self.client.execute(LONG.replace("1000000", "40").replace("1000 ", "400 "))
        start = time.monotonic()
        found = outputs(self.client, request)
        seconds = time.monotonic() - start
        reply(self.client, request)
        shown = [m for m in found if m["content"].get("transient")]
        self.assertEqual(shown[0]["msg_type"], "display_data")
        self.assertEqual({m["msg_type"] for m in shown[1:]}, {"update_display_data"})
        self.assertEqual(len({m["content"]["transient"]["display_id"] for m in shown}), 1)
        self.assertIn("epoch 40/40", shown[-1]["content"]["data"]["text/plain"])
        self.assertIn('value="40"', shown[-1]["content"]["data"]["text/html"])
        self.assertLessEqual(len(shown), 10 * seconds + 3)

    def test_a_watched_training_shows_its_charts(self):
        code = (
            "mad = data madelon limit=200; net = network in-50-out sparse=epsilon(5)\n"
            "first = train net data=mad epochs=20 batch=20 watch=true")
        _, found = run(self.client, code)
        shown = [m["content"] for m in found if m["content"].get("transient")]
        self.assertEqual(len({content["transient"]["display_id"] for content in shown}), 1)
        last = shown[-1]["data"]
        self.assertEqual(last["text/html"].count("<figure"), 2)
        self.assertIn("connections, density", last["text/plain"])
        self.assertIn("epoch 19 removed", last["text/plain"])
        quiet = run(self.client, code.replace("watch", "quiet=true watch"))[1]
        self.assertEqual([m for m in quiet if m["content"].get("transient")], [])

    def test_drawings_tables_and_text(self):
        _, shown = run(self.client, "plot [3, 1, 4]")
        data = shown[-1]["content"]["data"]
        self.assertEqual(set(data), {
            "text/plain", "text/html", "image/svg+xml", "application/vnd.vegalite.v5+json"})
        self.assertTrue(data["image/svg+xml"].startswith("<svg "))
        _, shown = run(self.client, "data spirals samples=50; report _")
        data = shown[-1]["content"]["data"]
        self.assertEqual(set(data), {"text/plain", "text/html"})
        self.assertTrue(data["text/html"].startswith('<div class="sparsesh">'))
        self.assertNotIn("\x1b", data["text/plain"])

    def test_lines_are_one_output(self):
        _, shown = run(self.client, 'print 1; print 2; warn 3; warn 4; print 5; 6; print 7')
        streams = [m["content"] for m in shown if m["msg_type"] == "stream"]
        self.assertEqual(
            [(s["name"], s["text"]) for s in streams],
            [("stdout", "1\n2\n"), ("stderr", "warning: 3\nwarning: 4\n"), ("stdout", "5\n"),
             ("stdout", "7\n")])

    def test_lines_are_shown_while_the_cell_goes_on(self):
        request = self.client.execute("!echo early; sleep 2; echo late")
        start = time.monotonic()
        until(lambda: "early" in self.client.get_iopub_msg(timeout=TIMEOUT)["content"].get("text", ""))
        self.assertLess(time.monotonic() - start, 1)
        reply(self.client, request)
        self.assertEqual(text(outputs(self.client, request)), "late\n")

    def test_shell_commands_show_what_they_print(self):
        _, shown = run(self.client, "!echo out; echo err >&2; cat")
        self.assertEqual(text(shown), "out\nerr\n")

    def test_shell_commands_do_not_wait_for_the_background(self):
        start = time.monotonic()
        _, shown = run(self.client, "!setsid sleep 31 & echo $!")
        self.assertLess(time.monotonic() - start, 5)
        os.kill(int(text(shown)), signal.SIGKILL)

    def test_no_editor_is_started(self):
        self.assertEqual(run(self.client, "%edit")[0]["ename"], "E0574")

    def test_leaving_is_the_client_s_business(self):
        content, _ = run(self.client, "exit")
        self.assertEqual(content["payload"], [{"source": "ask_exit", "keepkernel": False}])

    def test_completion_counts_unicode_scalars(self):
        code = 'é𝒳 = "😀"; pri'
        request = self.client.complete(code, len(code))
        content = reply(self.client, request)["content"]
        self.assertEqual(content["matches"], ["print"])
        self.assertEqual((content["cursor_start"], content["cursor_end"]), (len(code) - 3, len(code)))
        self.assertEqual(
            content["metadata"]["_jupyter_types_experimental"][0]["type"], "verb")

    def test_completion_in_quotes_offers_files(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("data.csv", "dates"):
                (pathlib.Path(folder) / name).mkdir()
            (pathlib.Path(folder) / "day 1.csv").touch()
            code = f'data "{folder}/da'
            content = reply(self.client, self.client.complete(code, len(code)))["content"]
            self.assertEqual(content["matches"], [
                f"{folder}/data.csv/", f"{folder}/dates/", f"{folder}/day 1.csv"])
            self.assertEqual(content["cursor_start"], len('data "'))

    def test_inspection_finds_the_word_at_the_cursor(self):
        for code, position, expected in [
            ("train net data=mad", 2, "train (verb)"),
            ("train net data=mad epochs=", None, "epochs="),
            ("zzz = 3", 1, None),
        ]:
            request = self.client.inspect(code, position)
            content = reply(self.client, request)["content"]
            self.assertEqual(content["found"], expected is not None, code)
            if expected:
                self.assertIn(expected, content["data"]["text/plain"])

    def test_unknown_and_broken_requests(self):
        client = self.client
        client.shell_channel.send(client.session.msg("nobody_knows_request", {}))
        client.shell_channel.send(client.session.msg("comm_msg", {"comm_id": "1", "data": {}}))
        broken = client.session.msg("execute_request", {"code": 7})
        client.shell_channel.send(broken)
        self.assertEqual(
            reply(client, broken["header"]["msg_id"])["content"]["ename"], "BadRequest")
        opened = client.session.msg("comm_open", {"comm_id": "1", "target_name": "x", "data": {}})
        client.shell_channel.send(opened)
        found = outputs(client, opened["header"]["msg_id"])
        self.assertEqual([message["msg_type"] for message in found], ["comm_close"])
        self.assertEqual(reply(client, client.comm_info())["content"]["comms"], {})

    def test_debugger_is_declined(self):
        request = self.client.session.msg("debug_request", {
            "seq": 3, "type": "request", "command": "debugInfo"})
        self.client.control_channel.send(request)
        content = reply(self.client, request["header"]["msg_id"], "control")["content"]
        self.assertEqual((content["success"], content["request_seq"]), (False, 3))

    def test_control_answers_while_a_cell_runs(self):
        request = self.client.execute(LONG)
        begun(self.client, request)
        asked = self.client.session.msg("kernel_info_request", {})
        self.client.control_channel.send(asked)
        start = time.monotonic()
        reply(self.client, asked["header"]["msg_id"], "control")
        self.assertLess(time.monotonic() - start, 1)
        self.assertTrue(self.client.hb_channel.is_beating())
        self.manager.interrupt_kernel()
        reply(self.client, request)
        outputs(self.client, request)

    def test_two_clients_at_once(self):
        # Not `manager.client()`, which goes by the name of the first.
        other = BlockingKernelClient(connection_file=self.manager.connection_file)
        other.load_connection_file()
        other.start_channels()
        try:
            other.wait_for_ready(timeout=30)
            here, there = self.client.execute("both = 1"), other.execute("both_too = 2")
            self.assertEqual(reply(self.client, here)["content"]["status"], "ok")
            self.assertEqual(reply(other, there)["content"]["status"], "ok")
            self.assertEqual(text(run(other, "both")[1]), "1\n")
            failing, fine = self.client.execute("1 / 0"), other.execute('"mine"')
            self.assertEqual(reply(self.client, failing)["content"]["status"], "error")
            self.assertEqual(reply(other, fine)["content"]["status"], "ok")
            # Each hears of the other's cells.
            self.assertEqual(text(outputs(self.client, fine)), '"mine"\n')
        finally:
            other.stop_channels()


class SignatureTests(unittest.TestCase):
    def test_wrong_and_repeated_signatures_are_dropped(self):
        with kernel() as (manager, client):
            information = json.loads(pathlib.Path(manager.connection_file).read_text())
            address = f"tcp://{information['ip']}:{information['shell_port']}"
            forger = Session(key=b"not the key", signature_scheme="hmac-sha256")
            honest = Session(key=information["key"].encode(), signature_scheme="hmac-sha256")
            socket = zmq.Context.instance().socket(zmq.DEALER)
            socket.connect(address)
            run(client, "tally = 0")
            forged = {"code": "tally = tally + 100", "silent": True}
            content = {"code": "tally = tally + 1", "silent": True}
            forger.send(socket, "execute_request", forged)
            socket.send_multipart([b"<IDS|MSG>", b"", b"{}", b"{}", b"{}", b"{}"])
            socket.send_multipart([b"noise"] * 3)
            self.assertEqual(socket.poll(300), 0)
            message = honest.serialize(honest.msg("execute_request", content))
            socket.send_multipart(message)
            self.assertNotEqual(socket.poll(5000), 0)
            socket.recv_multipart()
            socket.send_multipart(message)
            self.assertEqual(socket.poll(300), 0, "a message sent again is not done again")
            socket.close(0)
            self.assertEqual(text(run(client, "tally")[1]), "1\n")


class LifeTests(unittest.TestCase):
    def test_cells_of_earlier_sessions_are_recalled(self):
        with kernel() as (manager, client):
            run(client, 'earlier = "kept for later"')
            run(client, "6 * 7")
            request = client.history(hist_access_type="tail", n=2, output=True)
            entries = reply(client, request)["content"]["history"]
            session = entries[0][0]
            manager.restart_kernel()
            client.wait_for_ready(timeout=30)
            # Two at once, neither of which has a cell yet.
            with kernel() as (_, other):
                for asker in (client, other):
                    request = asker.history(hist_access_type="tail", n=2, output=True)
                    self.assertEqual(reply(asker, request)["content"]["history"], entries)
                    run(asker, '"now"')
                request = other.history(hist_access_type="range", session=session, start=2)
                self.assertEqual(
                    reply(other, request)["content"]["history"], [[session, 2, "6 * 7"]])
                request = client.history(hist_access_type="range", session=-1, start=1, stop=2)
                self.assertEqual(
                    reply(client, request)["content"]["history"],
                    [[session, 1, 'earlier = "kept for later"']])
                request = other.history(hist_access_type="search", pattern='"no*"', n=5)
                numbers = [entry[0] for entry in reply(other, request)["content"]["history"]]
                self.assertEqual(len(numbers), len(set(numbers)))
                self.assertEqual(numbers[-2:], [session + 1, session + 2])

    def test_restart_forgets_and_works(self):
        with kernel() as (manager, client):
            run(client, "gone = 1")
            manager.restart_kernel()
            client.wait_for_ready(timeout=30)
            self.assertEqual(run(client, "gone")[0]["ename"], "E0201")
            self.assertEqual(text(run(client, "6 * 7")[1]), "42\n")

    def test_shutdown_during_a_training_is_quick(self):
        with kernel() as (manager, client):
            request = client.execute(LONG)
            begun(client, request)
            start = time.monotonic()
            asked = client.session.msg("shutdown_request", {"restart": False})
            client.control_channel.send(asked)
            content = reply(client, asked["header"]["msg_id"], "control")["content"]
            self.assertEqual(content, {"status": "ok", "restart": False})
            until(lambda: not manager.is_alive(), seconds=5)
            self.assertLess(time.monotonic() - start, 2)

    def test_kernel_ends_with_its_server(self):
        """Also where the server is killed and can tell nobody."""
        server = subprocess.Popen(
            [sys.executable, "-c", "\n".join([
                "import time", "from jupyter_client.manager import KernelManager",
                "manager = KernelManager(kernel_name='sparsesh')", "manager.start_kernel()",
                "print(manager.provisioner.pid, flush=True)", "time.sleep(60)"])],
            stdout=subprocess.PIPE, text=True)
        pid = int(server.stdout.readline())
        time.sleep(1)
        self.assertTrue(pathlib.Path(f"/proc/{pid}").exists())
        server.kill()
        server.wait()
        server.stdout.close()

        def is_gone():
            try:
                return "\nState:\tZ" in pathlib.Path(f"/proc/{pid}/status").read_text()
            except FileNotFoundError:
                return True

        until(is_gone, seconds=10)

    def test_thousands_of_cells_take_no_more_memory(self):
        """No more than the inputs and results, which the session keeps by their numbers."""
        with kernel() as (manager, client):
            client.stop_channels()  # Nobody but this test reads.
            connection = json.loads(pathlib.Path(manager.connection_file).read_text())
            session = Session(key=connection["key"].encode(), signature_scheme="hmac-sha256")
            context = zmq.Context()
            shell, publications = context.socket(zmq.DEALER), context.socket(zmq.SUB)
            publications.subscribe(b"")
            publications.rcvhwm = 0
            for socket, port in ((shell, "shell_port"), (publications, "iopub_port")):
                socket.connect(f"tcp://{connection['ip']}:{connection[port]}")
            self.addCleanup(context.term)
            self.addCleanup(publications.close, 0)
            self.addCleanup(shell.close, 0)
            # Whoever is welcomed hears everything from then on.
            self.assertIn(b'"iopub_welcome"', publications.recv_multipart()[3])

            def resident():
                status = pathlib.Path(f"/proc/{manager.provisioner.pid}/status").read_text()
                return int(status.split("VmRSS:")[1].split()[0])

            def cells(numbers):
                """Runs cells, some at once. Returns how many succeeded and how many showed a result."""
                good = shown = 0
                for first in range(numbers.start, numbers.stop, 50):
                    batch = range(first, min(first + 50, numbers.stop))
                    for number in batch:
                        session.send(shell, "execute_request", {
                            "code": f"x = {number}; x + 1", "silent": False})
                    for _ in batch:
                        self.assertTrue(shell.poll(TIMEOUT * 1000))
                        good += b'"status":"ok"' in shell.recv_multipart()[-1]
                    idle = 0
                    while idle < len(batch):
                        self.assertTrue(publications.poll(TIMEOUT * 1000))
                        frames = publications.recv_multipart()
                        idle += b'"idle"' in frames[-1]
                        shown += frames[0] == b"execute_result"
                return good, shown

            count = int(os.environ.get("SPARSESH_NOTEBOOK_CELLS", "10000"))
            tenth = count // 10
            self.assertEqual(cells(range(tenth)), (tenth, tenth))
            before = resident()
            self.assertEqual(cells(range(tenth, count)), (count - tenth, count - tenth))
            grown = resident() - before
            print(f"memory after {tenth:,} cells {before:,} KB, after {count:,} "
                  f"{before + grown:,} KB")
            # A cell's input and result, its place in the history, and the signature against replays.
            self.assertLess(grown, max(8_000, count * 1.2))


if __name__ == "__main__":
    unittest.main()
