"""The plan: Norfolk's seven columns (N-24), each action with a twin in plain words (RW-08).

Actions have ids of their own: what happened to a point names an action, not a row's number.
"""

from youthvoice.record.plans.plan import Action, Plan, plan_of, save_plan

__all__ = ["Action", "Plan", "plan_of", "save_plan"]
