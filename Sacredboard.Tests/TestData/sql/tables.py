"""Prints the statements with which Sacred's SqlObserver makes its tables on a server: python tables.py postgresql|mysql

postgresql.sql and mysql.sql are made by it (Sacred 0.8.7, SQLAlchemy 2.1). QUEUED was added to the statuses after 0.8.7.
"""
import sys

from sacred.observers.sql_bases import Base
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.schema import CreateTable

dialect = {"postgresql": postgresql, "mysql": mysql}[sys.argv[1]].dialect()
statuses = "'RUNNING', 'COMPLETED', 'INTERRUPTED', 'TIMEOUT', 'FAILED'"
if sys.argv[1] == "postgresql":
    print(f"CREATE TYPE status_enum AS ENUM ({statuses}, 'QUEUED');")
for table in Base.metadata.sorted_tables:
    print(str(CreateTable(table).compile(dialect=dialect)).strip().replace("'FAILED')", "'FAILED','QUEUED')") + ";")
