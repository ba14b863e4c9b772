"""One row by its primary key, of a query that is put together once.

Django writes the SQL of a query anew each time, and looks up anew how each of its columns becomes a value: for a page
with its many columns that takes longer than asking the database. It has no prepared queries; where it gets them, this
module goes. What is done with a row is what its `ModelIterable` does.
"""

from functools import lru_cache
from typing import Any

from django.db import connections, models
from django.db.models.query import get_related_populators

ASKED_FOR = 0  # stands in the prepared query for the key


class PreparedRow:
    """The one row of a model that has a primary key, with the rows that it points at by `related`."""

    def __init__(self, model: type[models.Model], related: tuple[str, ...], using: str) -> None:
        rows = model._default_manager.using(using).filter(pk=ASKED_FOR).order_by()
        if related:  # without a name it would follow every one
            rows = rows.select_related(*related)
        compiler = rows.query.get_compiler(using)
        self.sql, parameters = compiler.as_sql()
        if parameters != (ASKED_FOR,):
            raise ValueError(f"{model.__name__} is asked for by more than its key: {parameters}")
        columns = [column for column, _sql, _alias in compiler.select]
        self.converters = list(compiler.get_converters(columns).items())
        fields = compiler.klass_info["select_fields"]
        self.start, self.end = fields[0], fields[-1] + 1
        self.names = [column.target.attname for column in columns[self.start : self.end]]
        # As Django 5.2 has it; mypy knows a later one.
        self.populators = get_related_populators(compiler.klass_info, compiler.select, using)  # type: ignore[call-arg]
        self.model, self.using = model, using

    def get(self, pk: int) -> Any:
        """Raises the model's DoesNotExist."""
        connection = connections[self.using]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, (pk,))
            found = cursor.fetchone()
        if found is None:
            raise self.model.DoesNotExist(f"There is no {self.model.__name__} {pk}.")  # type: ignore[attr-defined]
        row = list(found)
        for position, (converters, column) in self.converters:
            for convert in converters:
                row[position] = convert(row[position], column, connection)
        instance = self.model.from_db(self.using, self.names, row[self.start : self.end])
        for populator in self.populators:
            populator.populate(row, instance)
        return instance


@lru_cache(200)
def prepared_row(
    model: type[models.Model], related: tuple[str, ...], using: str = "default"
) -> PreparedRow:
    return PreparedRow(model, related, using)
