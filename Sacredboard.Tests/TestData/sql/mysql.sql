CREATE TABLE dependency (
  dependency_id INTEGER NOT NULL AUTO_INCREMENT,
  name VARCHAR(32),
  version VARCHAR(16),
  PRIMARY KEY (dependency_id)
);
CREATE TABLE experiment (
  experiment_id INTEGER NOT NULL AUTO_INCREMENT,
  name VARCHAR(32),
  md5sum VARCHAR(32),
  base_dir VARCHAR(64),
  PRIMARY KEY (experiment_id)
);
CREATE TABLE host (
  host_id INTEGER NOT NULL AUTO_INCREMENT,
  cpu VARCHAR(64),
  hostname VARCHAR(64),
  os VARCHAR(16),
  os_info VARCHAR(64),
  python_version VARCHAR(16),
  PRIMARY KEY (host_id)
);
CREATE TABLE repository (
  repository_id INTEGER NOT NULL AUTO_INCREMENT,
  url VARCHAR(2048),
  commit VARCHAR(40),
  dirty BOOL,
  PRIMARY KEY (repository_id)
);
CREATE TABLE resource (
  resource_id INTEGER NOT NULL AUTO_INCREMENT,
  filename VARCHAR(256),
  md5sum VARCHAR(32),
  content BLOB,
  PRIMARY KEY (resource_id)
);
CREATE TABLE source (
  source_id INTEGER NOT NULL AUTO_INCREMENT,
  filename VARCHAR(256),
  md5sum VARCHAR(32),
  content TEXT,
  PRIMARY KEY (source_id)
);
CREATE TABLE experiments_dependencies (
  experiment_id INTEGER,
  dependency_id INTEGER,
  FOREIGN KEY(experiment_id) REFERENCES experiment (experiment_id),
  FOREIGN KEY(dependency_id) REFERENCES dependency (dependency_id)
);
CREATE TABLE experiments_repositories (
  experiment_id INTEGER,
  repository_id INTEGER,
  FOREIGN KEY(experiment_id) REFERENCES experiment (experiment_id),
  FOREIGN KEY(repository_id) REFERENCES repository (repository_id)
);
CREATE TABLE experiments_sources (
  experiment_id INTEGER,
  source_id INTEGER,
  FOREIGN KEY(experiment_id) REFERENCES experiment (experiment_id),
  FOREIGN KEY(source_id) REFERENCES source (source_id)
);
CREATE TABLE run (
  id INTEGER NOT NULL AUTO_INCREMENT,
  run_id VARCHAR(24),
  command VARCHAR(64),
  start_time DATETIME,
  heartbeat DATETIME,
  stop_time DATETIME,
  queue_time DATETIME,
  priority FLOAT,
  comment TEXT,
  fail_trace TEXT,
  captured_out TEXT,
  config TEXT,
  info TEXT,
  status ENUM('RUNNING','COMPLETED','INTERRUPTED','TIMEOUT','FAILED','QUEUED'),
  host_id INTEGER,
  experiment_id INTEGER,
  result FLOAT,
  PRIMARY KEY (id),
  UNIQUE (run_id),
  FOREIGN KEY(host_id) REFERENCES host (host_id),
  FOREIGN KEY(experiment_id) REFERENCES experiment (experiment_id)
);
CREATE TABLE artifact (
  artifact_id INTEGER NOT NULL AUTO_INCREMENT,
  filename VARCHAR(64),
  content BLOB,
  run_id VARCHAR(24),
  PRIMARY KEY (artifact_id),
  FOREIGN KEY(run_id) REFERENCES run (run_id)
);
CREATE TABLE runs_resources (
  run_id VARCHAR(24),
  resource_id INTEGER,
  FOREIGN KEY(run_id) REFERENCES run (run_id),
  FOREIGN KEY(resource_id) REFERENCES resource (resource_id)
);
