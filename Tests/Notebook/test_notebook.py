"""A notebook, executed as `nbconvert --execute` does."""
import unittest

import nbformat
from nbconvert import HTMLExporter
from nbconvert.preprocessors import CellExecutionError, ExecutePreprocessor

CELLS = [
    "?train",
    "spirals = data spirals samples=200 test_samples=50\nnet = network in-16-out",
    "first = train net data=spirals epochs=5 batch=20",
    "report first",
    "plot first.accuracy_curve",
    "%who",
    "assert first.epochs == 5",
]


class NotebookTests(unittest.TestCase):
    def executed(self, cells):
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(code) for code in cells],
            metadata={"kernelspec": {
                "name": "sparsesh", "display_name": "sparsesh", "language": "sparsesh"}})
        ExecutePreprocessor(timeout=60).preprocess(notebook)
        nbformat.validate(notebook)
        return notebook

    def test_cells_are_executed_and_shown(self):
        notebook = self.executed(CELLS)
        self.assertEqual([cell.execution_count for cell in notebook.cells], [1, 2, 3, 4, 5, 6, 7])
        training = notebook.cells[2].outputs
        self.assertEqual([output.output_type for output in training], ["display_data"] * 2)
        self.assertIn("epoch 5/5", training[0].data["text/plain"], "the last state is what stays")
        self.assertIn("text/html", notebook.cells[3].outputs[0].data)
        self.assertIn("image/svg+xml", notebook.cells[4].outputs[0].data)
        self.assertIn("spirals", notebook.cells[5].outputs[0].text)
        page, _ = HTMLExporter().from_notebook_node(notebook)
        self.assertIn('class="sparsesh"', page)

    def test_a_failing_cell_stops_it(self):
        with self.assertRaises(CellExecutionError) as failure:
            self.executed(["x = 1", "x / 0", "y = 2"])
        self.assertIn("E0502", str(failure.exception))


if __name__ == "__main__":
    unittest.main()
