"""Reports as pages, opened in Chromium: on wide and narrow screens, light and dark, on paper, by pointer
and by keys, with and without script."""
import os
import pathlib
import tempfile
import unittest

import axe_playwright_python
from playwright.sync_api import sync_playwright

import pages

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
WIDE, NARROW = 1280, 390
SHOTS = os.environ.get("SPARSESH_PAGES_SHOTS")


class PageTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.pages = pages.made(cls.folder.name)
        playwright = sync_playwright().start()
        cls.addClassCleanup(playwright.stop)
        cls.browser = playwright.chromium.launch(
            executable_path=os.environ["SPARSESH_CHROMIUM"], args=["--no-sandbox"])
        cls.addClassCleanup(cls.browser.close)

    def open(self, name, width=WIDE, scheme="light", **options):
        """The page, and what went wrong in it: it is looked at when the test is over."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme,
            has_touch=width == NARROW, **options)
        page = context.new_page()
        page.faults = []
        page.on("console", lambda message: page.faults.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: page.faults.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (page.faults.append("dialog"), dialog.dismiss()))
        page.on("request", lambda request: page.faults.append(f"request: {request.url}")
                if request.url != self.pages[name].as_uri() else None)
        page.goto(self.pages[name].as_uri())
        self.addCleanup(context.close)
        self.addCleanup(lambda: self.assertEqual(page.faults, [], name))
        return page

    def test_pages_are_whole_on_every_screen(self):
        for name in self.pages:
            for width in (WIDE, NARROW):
                for scheme in ("light", "dark"):
                    with self.subTest(name, width=width, scheme=scheme):
                        page = self.open(name, width, scheme)
                        scroll = page.evaluate("document.documentElement.scrollWidth")
                        self.assertLessEqual(scroll, width)
                        self.assertEqual(page.evaluate("document.querySelectorAll('h1').length"), 1)
                        if SHOTS:
                            page.screenshot(
                                path=f"{SHOTS}/{name}-{width}-{scheme}.png", full_page=True)

    def test_nothing_grave_is_found_by_axe(self):
        for name in self.pages:
            for width, scheme in ((WIDE, "light"), (NARROW, "dark")):
                with self.subTest(name, width=width, scheme=scheme):
                    page = self.open(name, width, scheme)
                    page.evaluate(AXE)
                    found = page.evaluate("axe.run().then(result => result.violations)")
                    grave = [(fault["id"], fault["nodes"][0]["html"]) for fault in found
                             if fault["impact"] in ("serious", "critical")]
                    self.assertEqual(grave, [])

    def test_pages_are_small(self):
        for name, path in self.pages.items():
            self.assertLess(path.stat().st_size, 2_000_000, name)
        study = self.pages["study"].read_text()
        self.assertIn("codacorset", study)

    def test_printing(self):
        for name in ("run", "study"):
            page = self.open(name, scheme="dark")
            path = f"{SHOTS or self.folder.name}/{name}.pdf"
            page.pdf(path=path, format="A4")
            self.assertGreater(pathlib.Path(path).stat().st_size, 10_000)
            page.emulate_media(media="print", color_scheme="dark")
            back = page.evaluate("getComputedStyle(document.body).backgroundColor")
            self.assertEqual(back, "rgb(255, 255, 255)")
            self.assertEqual(page.locator("nav:visible, button:visible, .controls:visible").count(),
                             page.locator("thead button:visible").count())

    def heat(self, page, index=0):
        return page.locator(".film g.heat").nth(index).inner_html()

    def test_the_slider_plays_the_topology(self):
        page = self.open("run")
        slider, label = page.locator(".film input"), page.locator(".film label")
        self.assertEqual(label.inner_text(), "epoch 40 of 40")
        last = self.heat(page)
        slider.focus()
        page.keyboard.press("Home")
        self.assertEqual(label.inner_text(), "epoch 1 of 40")
        self.assertEqual(slider.get_attribute("aria-valuetext"), "epoch 1 of 40")
        first = self.heat(page)
        self.assertNotEqual(first, last)
        page.keyboard.press("ArrowRight")
        self.assertEqual(label.inner_text(), "epoch 2 of 40")
        self.assertNotEqual(self.heat(page), first)
        page.keyboard.press("End")
        # The script draws the last epoch as the file had it.
        self.assertEqual(self.heat(page), last)
        button = page.locator(".film button")
        button.click()
        self.assertEqual(button.inner_text(), "Pause")
        while int(slider.input_value()) < 3:
            page.wait_for_timeout(50)
        button.click()
        self.assertEqual(button.inner_text(), "Play")
        held = label.inner_text()
        page.wait_for_timeout(600)
        self.assertEqual(label.inner_text(), held)

    def test_what_the_script_draws_is_what_stood_there(self):
        for name in ("run", "images"):
            drawn, still = (self.open(name, java_script_enabled=script) for script in (True, False))
            for index in range(still.locator(".film g.heat").count()):
                marks = [page.locator(".film g.heat").nth(index).inner_html().replace("\n", "")
                         for page in (drawn, still)]
                # Bytes may fall on the other side of a shade's edge.
                self.assertLess(abs(len(marks[0]) - len(marks[1])), 0.1 * len(marks[1]), name)

    def test_motion_is_not_forced_on_anyone(self):
        page = self.open("run", reduced_motion="reduce")
        button, label = page.locator(".film button"), page.locator(".film label")
        self.assertEqual(button.inner_text(), "Next")
        button.click()
        page.wait_for_timeout(900)
        self.assertEqual(label.inner_text(), "epoch 1 of 40")
        button.click()
        self.assertEqual(label.inner_text(), "epoch 2 of 40")

    def test_images_play_as_images(self):
        page = self.open("images")
        self.assertIn("Connections of each pixel", page.locator(".film").inner_text())

    def test_values_show_under_a_pointer(self):
        page = self.open("run")
        plot = page.locator('.plot[data-kind="chart"]').first
        plot.scroll_into_view_if_needed()
        box = plot.locator("svg").bounding_box()
        page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.5)
        tip = plot.locator(".tip")
        self.assertTrue(tip.is_visible())
        self.assertRegex(tip.inner_text(), r"epoch \d+\ntest: [\d.]+%\ntraining: [\d.]+%")
        page.mouse.move(2, 2)
        self.assertFalse(tip.is_visible())

    def test_values_are_exact(self):
        page = self.open("run")
        plot = page.locator('.plot[data-kind="chart"]').first
        data = page.evaluate("JSON.parse(document.querySelector('.plot script').textContent)")
        plot.focus()
        page.keyboard.press("Home")
        page.keyboard.press("ArrowRight")
        self.assertIn("epoch 2", plot.locator(".tip").inner_text())
        self.assertIn(f"test: {100 * data['s'][0]['y'][1]:.2f}%", plot.locator(".tip").inner_text())
        page.keyboard.press("End")
        self.assertIn(f"test: {100 * data['s'][0]['y'][-1]:.2f}%", plot.locator(".tip").inner_text())
        page.keyboard.press("Escape")
        self.assertFalse(plot.locator(".tip").is_visible())

    def test_values_show_under_a_finger(self):
        page = self.open("run", NARROW)
        plot = page.locator('.plot[data-kind="grid"]').first
        plot.scroll_into_view_if_needed()
        box = plot.locator("svg").bounding_box()
        page.touchscreen.tap(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.4)
        self.assertRegex(plot.locator(".tip").inner_text(), r"%")
        page.touchscreen.tap(10, page.viewport_size["height"] - 5)
        self.assertFalse(plot.locator(".tip").is_visible())

    def test_tables_are_sorted_by_their_heads(self):
        page = self.open("study")
        table = page.locator("table").first
        column = table.locator("thead th").all_inner_texts().index("best")
        cells = table.locator(f"tbody tr > :nth-child({column + 1})")
        numbers = lambda: [float(text.strip("%")) for text in cells.all_inner_texts()]
        head = table.locator("thead th").nth(column)
        before = numbers()
        head.locator("button").click()
        self.assertEqual(head.get_attribute("aria-sort"), "ascending")
        self.assertEqual(numbers(), sorted(before))
        head.locator("button").focus()
        page.keyboard.press("Enter")
        self.assertEqual(head.get_attribute("aria-sort"), "descending")
        self.assertEqual(numbers(), sorted(before, reverse=True))
        table.locator("thead button").first.click()
        self.assertIsNone(head.get_attribute("aria-sort"))
        names = table.locator("tbody tr > :first-child").all_inner_texts()
        self.assertEqual(names, sorted(names))

    def test_everything_is_there_without_script(self):
        page = self.open("run", java_script_enabled=False)
        self.assertFalse(page.locator(".film .controls").is_visible())
        self.assertTrue(page.locator(".film .still").is_visible())
        self.assertGreater(page.locator(".film g.heat path").count(), 10)
        self.assertGreater(page.locator("tbody tr").count(), 5)
        titles = page.locator("circle.hit title").all_text_contents()
        self.assertTrue(any(title.startswith("test, epoch 1: ") for title in titles), titles[:3])

    def test_names_come_out_as_text(self):
        for name in ("hostile", "hostile-data"):
            page = self.open(name)
            strange = page.evaluate(
                "document.querySelectorAll('img,iframe,a:not([href^=\"#\"]),body b').length")
            self.assertEqual(strange, 0)
            self.assertEqual(page.locator("body script:not([type])").count(), 1)
            text = page.locator("body").inner_text()
            for string in pages.HOSTILE[:6]:
                self.assertIn(string, text)
            self.assertNotIn("\u202e", page.content())
            # Also where the script writes them.
            for plot in page.locator(".plot").all():
                plot.focus()
                for key in ("ArrowDown", "ArrowRight", "ArrowDown"):
                    page.keyboard.press(key)
            self.assertEqual(page.evaluate("document.querySelectorAll('img').length"), 0)
            self.assertNotIn("\u202e", page.content())

    def test_keys_reach_everything(self):
        page = self.open("run")
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("document.activeElement.className"), "skip")
        page.keyboard.press("Enter")
        self.assertEqual(page.evaluate("document.activeElement.id"), "report")
        reached = set()
        for _ in range(80):
            page.keyboard.press("Tab")
            reached.add(page.evaluate(
                "document.activeElement.className || document.activeElement.tagName"))
        self.assertLessEqual({"plot", "BUTTON", "INPUT"}, reached)


if __name__ == "__main__":
    unittest.main()
