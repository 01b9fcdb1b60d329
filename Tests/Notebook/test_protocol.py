"""The kernel under `jupyter_kernel_test`, with every attribute set: nothing is skipped."""
import unittest

import jupyter_kernel_test

TRAINING = (
    "spirals = data spirals samples=100 test_samples=20\n"
    "net = network in-16-out\n"
    "first = train net data=spirals epochs=3 batch=20\n"
)


class ProtocolTests(jupyter_kernel_test.KernelTests):
    kernel_name = "sparsesh"
    language_name = "sparsesh"
    file_extension = ".sparse"
    code_hello_world = 'print "hello, world"'
    code_stderr = 'warn "mind the gap"'
    completion_samples = [
        {"text": "pri", "matches": ["print"]},
        {"text": "train net data=spirals momen", "matches": ["momentum="]},
        {"text": "%hist", "matches": ["history"]},
        {"text": "policy coda", "matches": ["codaset", "codacorset"]},
        {"text": 'print "spi', "matches": []},
    ]
    complete_code_samples = ["1", "x = 3", "net = network 2-3-2", "%who", "?train", "", "1 / 0"]
    incomplete_code_samples = ["x = [1,", "f = (", "train net {", "## what it is"]
    invalid_code_samples = ["x = )", "print \"open", "1 +* 2"]
    code_page_something = "?train"
    code_generate_error = "1 / 0"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "30%", "result": "0.3"},
        {"code": '"a text"', "result": '"a text"'},
        {"code": "plot [3, 1, 4]", "mime": "image/svg+xml"},
        {"code": TRAINING + "report first", "mime": "text/html"},
    ]
    code_display_data = [
        {"code": "figure = plot [3, 1, 4]", "mime": "image/svg+xml"},
        {"code": "data spirals samples=50\nshown = report _", "mime": "text/html"},
        {"code": TRAINING, "mime": "text/plain"},
    ]
    code_history_pattern = "6 [*] ?"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "train"
    code_clear_output = "%clear"


class WelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "sparsesh"
    support_iopub_welcome = True


if __name__ == "__main__":
    unittest.main()
