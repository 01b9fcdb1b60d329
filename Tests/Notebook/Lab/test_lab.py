"""A notebook in JupyterLab, in Chromium: opened, run, its progress seen to move, its charts seen."""
import json
import os
import pathlib
import secrets
import time
import unittest

from playwright.sync_api import sync_playwright

from server import lab

TIMEOUT = 60
SCREENSHOTS = os.environ.get("SPARSESH_SCREENSHOTS")
LESSON = pathlib.Path(__file__).parents[3] / "examples" / "class" / "2-set.ipynb"
VEGA_LITE = "application/vnd.vegalite.v5+json"

CELLS = [
    "## two classes, of which few of the features tell\nmad = data madelon limit=1000",
    "net = network in-200-200-out sparse=epsilon(10) activation=srelu",
    "first = train net data=mad epochs=120 batch=20 lr=0.02 watch=true",
    "plot first.accuracy_curve title=\"Accuracy by epoch\"",
    "report first show=[summary, degrees]",
    "assert first.completed",
]


def notebook(cells):
    """A notebook of these cells, as the format describes it (nbformat 4.5)."""
    return json.dumps({
        "nbformat": 4, "nbformat_minor": 5,
        "metadata": {"kernelspec": {
            "name": "sparsesh", "display_name": "sparsesh", "language": "sparsesh"}},
        "cells": [
            {"cell_type": "code", "id": f"cell-{number}", "metadata": {}, "source": text,
             "outputs": [], "execution_count": None} for number, text in enumerate(cells)],
    })


class LabTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        assert LESSON.exists(), f"there is no {LESSON}"
        files = {"live.ipynb": notebook(CELLS), "lesson.ipynb": LESSON.read_text()}
        cls.folder, cls.address, cls.token = cls.enterClassContext(lab(files))
        playwright = cls.enterClassContext(sync_playwright())
        cls.browser = playwright.chromium.launch(
            executable_path=os.environ["SPARSESH_CHROMIUM"], args=["--no-sandbox"])
        cls.addClassCleanup(cls.browser.close)

    def open(self, name):
        """A page with the notebook, whose kernel waits for cells."""
        page = self.browser.new_page(viewport={"width": 1280, "height": 1600})
        self.addCleanup(page.close)
        page.set_default_timeout(TIMEOUT * 1000)
        self.errors = []
        page.on("console", lambda message: message.type == "error" and self.errors.append(
            f"{message.text} {message.location.get('url', '')}"))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        # A workspace of its own, in which no other test's notebook is opened again.
        space = secrets.token_hex(4)
        page.goto(f"{self.address}lab/workspaces/{space}/tree/{name}?token={self.token}")
        page.wait_for_selector(".jp-Notebook .jp-CodeCell")
        page.wait_for_function("window.jupyterapp?.shell.currentWidget?.context?.isReady")
        page.evaluate("window.jupyterapp.shell.currentWidget.context.sessionContext.ready")
        return page

    def execute(self, page, command, arguments=None):
        """A command of JupyterLab's; it is not waited for."""
        page.evaluate(
            "([command, arguments]) => { window.jupyterapp.commands.execute(command, arguments) }",
            [command, arguments or {}])

    def finished(self, page):
        """Waits until all cells have run."""
        page.wait_for_function(
            """() => window.jupyterapp.shell.currentWidget.content.widgets.every(
              cell => cell.model.type !== 'code' || cell.model.executionCount)""")

    def saved(self, page, name):
        """The outputs of each cell as the notebook has them after it was saved."""
        def outputs():
            cells = json.loads((self.folder / name).read_text())["cells"]
            return [cell["outputs"] for cell in cells if cell["cell_type"] == "code"]

        self.execute(page, "docmanager:save")
        end = time.monotonic() + TIMEOUT
        while not any(outputs()):
            assert time.monotonic() < end, "the notebook was not saved"
            time.sleep(0.1)
        return outputs()

    def keep(self, page, name):
        """A picture of the page, where somebody wants to look at it."""
        if SCREENSHOTS:
            pathlib.Path(SCREENSHOTS).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=str(pathlib.Path(SCREENSHOTS) / f"{name}.png"))

    def assert_no_errors(self):
        """JupyterLab itself asks for what its server does not have; anything else is a fault."""
        self.assertEqual([e for e in self.errors if "Failed to load resource" not in e], [])

    def test_progress_moves_and_charts_are_seen(self):
        page = self.open("live.ipynb")
        self.execute(page, "notebook:run-all-cells")
        training = page.locator(".jp-CodeCell").nth(2)
        training.locator("progress").wait_for()
        seen, curves = [], set()
        end = time.monotonic() + TIMEOUT
        while (not seen or seen[-1] < 120) and time.monotonic() < end:
            state = training.evaluate("""cell => [
              cell.querySelector('progress')?.value ?? 0,
              cell.querySelector('svg .stroke')?.getAttribute('d') ?? '']""")
            if state[0] not in seen:
                seen.append(state[0])
                if len(seen) == 3:
                    self.keep(page, "lab-training")
            curves.add(state[1])
        self.assertGreater(len(seen), 3, "the bar moves")
        self.assertEqual(seen, sorted(seen))
        self.assertGreater(len(curves), 3, "the curve grows")
        self.finished(page)

        # One display for the training, with both charts; none of the old ones stays.
        self.assertEqual(training.locator("progress").count(), 1)
        self.assertEqual(training.locator("figure > svg").count(), 2)
        for cell, charts in ((2, 2), (3, 1), (4, 1)):
            drawings = page.locator(".jp-CodeCell").nth(cell).locator("figure > svg.chart")
            self.assertGreaterEqual(drawings.count(), charts)
            for drawing in drawings.all():
                drawing.scroll_into_view_if_needed()
                box = drawing.bounding_box()
                self.assertGreater(min(box["width"], box["height"]), 150)
                self.assertGreater(drawing.locator("path").count(), 0)
        self.assertEqual(page.locator('[data-mime-type="application/vnd.jupyter.error"]').count(), 0)
        self.assertIn("connections, density", training.inner_text())
        training.scroll_into_view_if_needed()
        self.keep(page, "lab-light")
        self.execute(page, "apputils:change-theme", {"theme": "JupyterLab Dark"})
        page.wait_for_selector('body[data-jp-theme-light="false"]', state="attached")
        page.wait_for_timeout(500)
        self.keep(page, "lab-dark")

        outputs = self.saved(page, "live.ipynb")
        figure = outputs[3][0]["data"]
        self.assertEqual(set(figure), {"text/plain", "text/html", "image/svg+xml", VEGA_LITE})
        self.assertEqual(figure[VEGA_LITE]["layer"][0]["mark"]["type"], "line")
        self.assert_no_errors()

    def test_vega_lite_is_drawn(self):
        """JupyterLab takes HTML where both are there; shown alone, the Vega-Lite form is a chart, too."""
        page = self.open("live.ipynb")
        drawn = page.evaluate("""async () => {
          const panel = window.jupyterapp.shell.currentWidget
          const session = panel.context.sessionContext
          const future = session.session.kernel.requestExecute({code: 'plot [3, 1, 4, 1, 5]'})
          let data = null
          future.onIOPub = message => { data = message.content.data ?? data }
          await future.done
          const type = 'application/vnd.vegalite.v5+json'
          const renderer = panel.content.rendermime.createRenderer(type)
          document.body.appendChild(renderer.node)
          await renderer.renderModel(
            panel.content.rendermime.createModel({data: {[type]: data[type]}, trusted: true}))
          const mark = renderer.node.querySelector('.mark-line path, canvas')
          return mark !== null
        }""")
        self.assertTrue(drawn)
        self.assert_no_errors()

    def test_lesson(self):
        page = self.open("lesson.ipynb")
        self.execute(page, "notebook:run-all-cells")
        self.finished(page)
        self.assertEqual(page.locator('[data-mime-type="application/vnd.jupyter.error"]').count(), 0)
        self.assertGreater(page.locator(".jp-OutputArea svg.chart").count(), 0)
        self.keep(page, "lab-lesson")
        self.assert_no_errors()


if __name__ == "__main__":
    unittest.main()
