using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sacredboard.Tests.Web;

/// <summary>Hundreds of secrets in all parts of runs, each once: a secret that is found tells where it was.</summary>
internal sealed class MadeUpSecrets
{
    /// <summary>How a secret looks in a text.</summary>
    private static readonly Func<string, string>[] Shapes =
    [
        secret => $"postgresql+psycopg2://me:{secret}@db/x",
        secret => $"redis://:{secret}@cache",
        secret => $"jdbc:mysql://db/x?user=a&password={secret}&ssl=1",
        secret => $"https://host/?access_token={secret}&page=2",
        secret => $"me:{secret}@host:/data",
        secret => $"Bearer {secret}abc",
        secret => $"AccountKey={secret}==;x",
        secret => $"https://host/blob?sig={secret}%3D",
        secret => $"SharedAccessKey={secret}",
        secret => $"ghp_{secret}0123456789abcdefGHIJ",
        secret => $"github_pat_{secret}0123456789abcdef",
        secret => $"glpat-{secret}0123456789abcdef",
        secret => $"xoxb-{secret}0123456789",
        secret => $"sk-{secret}0123456789abcdef",
        secret => $"hf_{secret}abcdefghijklmnopqrst",
        secret => $"AKIA{secret.ToUpperInvariant()}EXAMPLE",
        secret => $"AIza{secret}0123456789abcdefghijklmnop",
        secret => $"npm_{secret}0123456789abcdefghijklmnop",
        secret => $"pypi-{secret}0123456789abcdefghijklmnop",
        secret => $"dckr_pat_{secret}0123456789abcdef",
        secret => $"SG.{secret}0123456789.{secret}0123456789",
        secret => $"eyJ{secret}I6.eyJ{secret}IiOi.{secret}",
        secret => $"-----BEGIN RSA PRIVATE KEY-----\n{secret}\n-----END RSA PRIVATE KEY-----",
    ];

    /// <summary>How a secret is told by the name before it; in what was printed it is not.</summary>
    private static readonly Func<string, string>[] Named =
    [
        secret => $"password = {secret}",
        secret => $"{{'db_password': '{secret}'}}",
        secret => $"--api-token {secret}",
        secret => $"client_secret: {secret}",
    ];

    private static readonly string[] Keys =
    [
        "password", "passwd", "passphrase", "passcode", "pwd", "secret", "credential", "cookie", "authorization", "apikey", "dsn", "access_key",
        "accountKey", "api-key", "DEPLOY_KEY", "encryption_key", "licenseKey", "private_key", "secret_key2", "service_keys", "signing_key",
        "ssh_key", "storage_key", "accessToken", "api_token", "AUTH_TOKEN", "bearer_token", "bot_token", "deploy_token", "github_token",
        "gitlab_token", "hf_token", "hub_token", "refresh_token", "sas_token", "security_token", "session_token", "slack_token", "conn_str",
        "connection_string", "database_url", "db_uri", "token", "auth", "pass", "pw", "pat", "MY_KEY", "dbPassword", "passwords",
    ];

    private static readonly string[] Variables = ["HTTP_AUTH", "CI_PAT", "SOME_KEY", "MY_PASS", "DB_PW", "X_TOKEN", "PGPASSWORD", "key", "PASSWORDS"];

    private int _count;

    /// <summary>How many there are.</summary>
    public int Count => _count;

    /// <summary>Files of runs by run and name.</summary>
    public IEnumerable<(string Run, string Name, string Text)> Files()
    {
        var forms = Shapes.Concat(Named).ToList();
        for (var i = 0; i < forms.Count; i++)
        {
            var isNamed = i >= Shapes.Length;
            var run = $"{i + 1}";
            yield return (run, "run.json", Run(forms[i], isNamed ? Shapes[0] : forms[i]).ToJsonString());
            yield return (run, "config.json", Config(forms[i]).ToJsonString());
            yield return (run, "info.json", new JsonObject { ["note"] = Next("info", forms[i]), ["deep"] = new JsonArray(Next("deep", forms[i])) }
                .ToJsonString());
            yield return (run, "cout.txt", Next("output", isNamed ? Shapes[0] : forms[i]) + "\n");
            yield return (run, "metrics.json", new JsonObject
            {
                [Next("metric", forms[i])] = JsonNode.Parse("""{"steps": [0], "values": [1], "timestamps": ["2026-01-01T10:00:00"]}"""),
            }.ToJsonString());
        }
    }

    private JsonObject Config(Func<string, string> form)
    {
        var config = new JsonObject
        {
            ["plain"] = Next("plain", form),
            ["list"] = new JsonArray(Next("item", form), "open item"),
            ["tuple"] = new JsonObject { ["py/tuple"] = new JsonArray(Next("tuple", form)) },
            ["objects"] = new JsonArray(new JsonObject { ["inner"] = Next("inner", form) }),
        };
        if (_count < 100)
        {
            config["keys"] = new JsonObject(Keys.Select(key => KeyValuePair.Create(key, (JsonNode?)Alone())));
            config["below"] = new JsonObject(Keys.Select(key =>
                KeyValuePair.Create(key, (JsonNode?)new JsonObject { ["any"] = new JsonArray(Alone(), new JsonObject { ["x"] = Alone() }) })));
        }

        return config;
    }

    private JsonObject Run(Func<string, string> form, Func<string, string> shape) => new()
    {
        ["status"] = "FAILED",
        ["start_time"] = "2026-01-01T10:00:00.000000",
        ["stop_time"] = "2026-01-01T10:01:00.000000",
        ["heartbeat"] = "2026-01-01T10:01:00.000000",
        ["command"] = Next("root", form),
        ["result"] = new JsonObject { ["text"] = Next("result", form) },
        ["artifacts"] = new JsonArray(Next("artifact", form)),
        ["resources"] = new JsonArray(new JsonArray(Next("resource", form), "_resources/x")),
        ["fail_trace"] = new JsonArray("Traceback (most recent call last):\n", $"OSError: {Next("trace", shape)}\n"),
        ["omniboard"] = new JsonObject { ["notes"] = Next("notes", form), ["tags"] = new JsonArray(Next("tag", form)) },
        ["experiment"] = new JsonObject
        {
            ["name"] = Next("name", form),
            ["base_dir"] = Next("base", form),
            ["mainfile"] = "main.py",
            ["sources"] = new JsonArray(new JsonArray(Next("source", form), "_sources/x")),
            ["dependencies"] = new JsonArray(Next("dependency", form)),
            ["repositories"] = new JsonArray(new JsonObject { ["url"] = Next("repository", form), ["commit"] = "0123456789", ["dirty"] = false }),
        },
        ["host"] = new JsonObject
        {
            ["hostname"] = Next("host", form),
            ["ENV"] = new JsonObject(Variables.Select(name => KeyValuePair.Create(name, (JsonNode?)Alone()))
                .Append(KeyValuePair.Create("PLAIN", (JsonNode?)Next("env", form)))),
        },
        ["meta"] = new JsonObject
        {
            ["command"] = Next("command", form),
            ["comment"] = Next("comment", form),
            ["named_configs"] = new JsonArray(Next("named", form)),
            ["config_updates"] = new JsonObject { ["plain"] = Next("update", form) },
            ["options"] = new JsonObject { ["--note"] = Next("option", form), ["UPDATE"] = new JsonArray(Next("with", form)) },
        },
    };

    // What is no secret says that the place is seen.
    private string Next(string place, Func<string, string> form) => $"open{place} {form(Alone())}";

    private string Alone() => FormattableString.Invariant($"zq{_count++:0000}z");
}
