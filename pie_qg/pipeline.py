"""A recipe becomes the chain of stages; the one place that knows stages and engines."""

from __future__ import annotations

from pie_qg.recipe import Recipe
from pie_qg.stage import Step, check_chain


def make_steps(recipe: Recipe) -> list[Step]:
    """Return the recipe's steps from a passage to its pairs, checked, with no model loaded."""
    from pie_qg.openie.stage import OpenIEStage
    from pie_qg.paraphrase.stage import ParaphraseStage
    from pie_qg.parse_stage import ParseStage
    from pie_qg.questions.stage import QuestionsStage

    seed = recipe.seed
    steps = [
        Step(ParseStage(recipe.parse), (recipe.parse,)),
        Step(ParaphraseStage(recipe.paraphrase, recipe.parse, seed), (recipe.paraphrase, recipe.parse, seed)),
        Step(OpenIEStage(recipe.openie), (recipe.openie,)),
        Step(QuestionsStage(recipe.questions, seed), (recipe.questions, seed)),
    ]
    check_chain(steps)
    return steps
