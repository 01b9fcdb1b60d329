"""The notebooks of examples/class, executed by nbconvert as a student's Jupyter would."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

import nbformat
from nbconvert.preprocessors import CellExecutionError, ExecutePreprocessor

CLASS = pathlib.Path(__file__).resolve().parents[2] / "examples" / "class"
LESSONS = sorted(CLASS.glob("*.ipynb"))


class LessonTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        done = subprocess.run(
            [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute",
             "--output-dir", cls.folder.name, *map(str, LESSONS)],
            capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    def executed(self, path):
        return nbformat.read(pathlib.Path(self.folder.name) / path.name, as_version=4)

    def test_every_lesson_runs(self):
        self.assertEqual(len(LESSONS), 6)
        for path in LESSONS:
            with self.subTest(path.name):
                notebook = self.executed(path)
                code = [cell for cell in notebook.cells if cell.cell_type == "code"]
                self.assertEqual([cell.execution_count for cell in code], list(range(1, len(code) + 1)))
                self.assertGreater(len(code), 8)
                kinds = {output.output_type for cell in code for output in cell.outputs}
                self.assertIn("display_data", kinds)
                self.assertNotIn("error", kinds)

    def test_as_written_they_have_no_outputs(self):
        for path in LESSONS:
            with self.subTest(path.name):
                notebook = nbformat.read(path, as_version=4)
                nbformat.validate(notebook)
                self.assertEqual((notebook.nbformat, notebook.nbformat_minor), (4, 5))
                self.assertEqual(len({cell.id for cell in notebook.cells}), len(notebook.cells))
                self.assertTrue(all(not cell.get("outputs") for cell in notebook.cells))

    def test_an_evolution_is_drawn(self):
        notebook = self.executed(CLASS / "2-set.ipynb")
        shown = [
            output.data for cell in notebook.cells if "evolve tiny" in cell.source
            and cell.cell_type == "code" for output in cell.outputs if "text/html" in output.get("data", {})]
        self.assertEqual(len(shown), 3)
        for data in shown:
            self.assertIn("<svg", data["text/html"])
            self.assertIn("<title>input 5 → output 0 goes, weight 0.02341; ", data["text/html"])
            self.assertIn("What goes: ", data["text/plain"])

    def test_a_wrong_answer_ends_with_its_hint(self):
        notebook = nbformat.read(CLASS / "2-set.ipynb", as_version=4)
        answer = next(cell for cell in notebook.cells if cell.source.startswith("answer_1 = "))
        answer.source = "answer_1 = 5  # your answer"
        with self.assertRaises(CellExecutionError) as failure:
            ExecutePreprocessor(timeout=60).preprocess(notebook)
        self.assertIn("assertion failed: Hint: half of 8", str(failure.exception))


if __name__ == "__main__":
    unittest.main()
