"""People at work in the sandbox: the same hands for the page and for the tests."""

from sandbox.visitors.controls import NotThere
from sandbox.visitors.visitor import Visitor
