"""The recorded Vega-Lite form of every sort of chart, held against Vega-Lite's own schema."""
import json
import pathlib
import unittest

import altair
import jsonschema

RECORDED = pathlib.Path(__file__).parents[1] / "ReportsTests" / "Golden"


class VegaLiteTests(unittest.TestCase):
    def test_every_chart_is_what_the_schema_says(self):
        schema = pathlib.Path(altair.__file__).parent / "vegalite/v5/schema/vega-lite-schema.json"
        validator = jsonschema.Draft7Validator(json.loads(schema.read_text()))
        files = sorted(RECORDED.glob("*.vl.json"))
        self.assertGreater(len(files), 15)
        for file in files:
            with self.subTest(file.name):
                errors = [error.message for error in validator.iter_errors(json.loads(file.read_text()))]
                self.assertEqual(errors, [])

    def test_the_schema_finds_faults(self):
        """No more than a check that the test above can fail."""
        schema = pathlib.Path(altair.__file__).parent / "vegalite/v5/schema/vega-lite-schema.json"
        validator = jsonschema.Draft7Validator(json.loads(schema.read_text()))
        chart = json.loads((RECORDED / "two-lines.vl.json").read_text())
        chart["layer"][0]["mark"]["type"] = "scribble"
        self.assertFalse(validator.is_valid(chart))


if __name__ == "__main__":
    unittest.main()
