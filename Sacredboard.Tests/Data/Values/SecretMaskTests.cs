using Sacredboard.Data.Values;

namespace Sacredboard.Tests.Data.Values;

public sealed class SecretMaskTests
{
    [Theory]
    [InlineData("mongodb://me:hunter2@db.example.org/sacred", "mongodb://me:***@db.example.org/sacred")]
    [InlineData("postgresql+psycopg2://me:a@b:c@db/sacred", "postgresql+psycopg2://me:***@db/sacred")]
    [InlineData("mysql://me:with/slash@db/sacred", "mysql://me:***@db/sacred")]
    [InlineData("redis://:only@cache", "redis://:***@cache")]
    [InlineData("https://ghp_0123456789@github.com/lab/code.git", "https://***@github.com/lab/code.git")]
    [InlineData("pip install git+https://u:t@host/x and ftp://a:b@c", "pip install git+https://u:***@host/x and ftp://a:***@c")]
    [InlineData("db.password=hunter2", "db.password=***")]
    [InlineData("db.password='with space' lr=0.1", "db.password=*** lr=0.1")]
    [InlineData("--api-key=abc", "--api-key=***")]
    [InlineData("http://host/?access_token=abc&page=2", "http://host/?access_token=***&page=2")]
    [InlineData("with password = 'a b' lr = 1", "with password = *** lr = 1")]
    [InlineData("{'db': {'password': 'x y', \"api_key\":\"z\"}}", "{'db': {'password': ***, \"api_key\":***}}")]
    [InlineData("main.py --token abc --lr 0.1", "main.py --token *** --lr 0.1")]
    [InlineData("jdbc:mysql://db/x?user=a&password=b;c", "jdbc:mysql://db/x?user=a&password=***;c")]
    [InlineData("rsync u:pw@host:/data .", "rsync u:***@host:/data .")]
    [InlineData("mail a@b.org then u:pw@host:x\tv:qq@other:y me@c", "mail a@b.org then u:***@host:x\tv:***@other:y me@c")]
    [InlineData("(u:pw@host:x),(v:qq@other:y)", "(u:***@host:x),(v:***@other:y)")]
    [InlineData("amqp://u:p@h and https://h/?sig=Ab%3D", "amqp://u:***@h and https://h/?sig=***")]
    public void Hides_secrets_in_text(string text, string masked) => Assert.Equal(masked, SecretMask.Text(text));

    [Theory]
    [InlineData("git@github.com:lab/code.git")]
    [InlineData("git://home/me/code")]
    [InlineData("http://localhost:5000/@vite/client")]
    [InlineData("http://localhost:5000/x")]
    [InlineData("mongodb://db.example.org:27017/sacred")]
    [InlineData("eos_token=</s> sort_key=name")]
    [InlineData("a == b, password is a word")]
    [InlineData("me@example.org wrote: a:b@c")]
    [InlineData("")]
    public void Leaves_other_text_alone(string text) => Assert.Equal(text, SecretMask.Text(text));

    /// <summary>By shape: in what a run printed or wrote.</summary>
    [Theory]
    [InlineData("Authorization: Bearer abcdefgh.12345678", "abcdefgh.12345678")]
    [InlineData("clone https://ghp_0123456789abcdefGHIJ@github.com/x", "ghp_0123456789abcdefGHIJ")]
    [InlineData("token hf_abcdefghijklmnopqrstuvwxyz.", "hf_abcdefghijklmnopqrstuvwxyz")]
    [InlineData("eyJhbGciOiJI.eyJzdWIiOiIx.SflKxw is a JWT", "eyJhbGciOiJI.eyJzdWIiOiIx.SflKxw")]
    [InlineData("AccountKey=abc+/==;x", "abc+/==")]
    [InlineData("AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----", "\nMIIE\n")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMIIE cut", "\nMIIE cut")]
    [InlineData("connect to postgresql://me:hunter2@db/x failed", "hunter2")]
    public void Hides_in_printed_text_what_looks_like_a_secret_and_leaves_all_places(string text, string secret) =>
        Assert.Equal(text.Replace(secret, new string('*', secret.Length)), SecretMask.Printed(text));

    [Theory]
    [InlineData("password = input()")]
    [InlineData("saved to /home/me/path-x/key@v2:latest, 12:30:01")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIID\n-----END CERTIFICATE-----")]
    [InlineData("task-1 disk-0 weights: high, Bearer of news")]
    public void Leaves_other_printed_text_alone(string text) => Assert.Equal(text, SecretMask.Printed(text));

    [Fact]
    public void A_long_secret_is_hidden_whole()
    {
        var secret = new string('x', 100_000);

        Assert.Equal("ftp://a:***@b", SecretMask.Text($"ftp://a:{secret}@b"));
        Assert.Equal("password=***", SecretMask.Text($"password={secret}"));
    }

    [Fact]
    public void All_below_a_secret_key_is_secret()
    {
        var tree = Tree("password", Tree("value", new SacredList([new SacredText("hunter2"), new SacredInteger(7)])));

        var items = (SacredList)((SacredObject)((SacredObject)SecretMask.Value(tree))["password"]!)["value"]!;

        Assert.Equal(["***", "***"], items.Items.Select(item => ((SacredText)item).Value));
    }

    [Theory]
    [InlineData("passwords", true)]
    [InlineData("password2", true)]
    [InlineData("Authorization", true)]
    [InlineData("Cookie", true)]
    [InlineData("MY_SERVICE_KEY", true)]
    [InlineData("GITHUB_PAT", true)]
    [InlineData("DATABASE_URL", true)]
    [InlineData("dsn", true)]
    [InlineData("conn_str", true)]
    [InlineData("ssh_passphrase", true)]
    [InlineData("api_keys", true)]
    [InlineData("token", true)]
    [InlineData("tokens", false)]
    [InlineData("max_tokens", false)]
    [InlineData("token_dim", false)]
    [InlineData("key_size", false)]
    [InlineData("num_keys", false)]
    [InlineData("secretary", false)]
    [InlineData("author", false)]
    [InlineData("url", false)]
    [InlineData("key", false)]
    [InlineData("password", true)]
    [InlineData("dbPassword", true)]
    [InlineData("aws_secret_access_key", true)]
    [InlineData("API_KEY", true)]
    [InlineData("apikey", true)]
    [InlineData("client-secret", true)]
    [InlineData("eos_token", false)]
    [InlineData("sort_key", false)]
    [InlineData("password_length", false)]
    [InlineData("tokenizer", false)]
    [InlineData("", false)]
    public void Hides_a_config_value_by_the_name_of_its_key(string key, bool hidden)
    {
        var masked = (SacredObject)SecretMask.Value(Tree(key, new SacredText("hunter2")));

        Assert.Equal(hidden ? "***" : "hunter2", ((SacredText)masked[key]!).Value);
    }

    [Theory]
    [InlineData("GITHUB_TOKEN", true)]
    [InlineData("WANDB_API_KEY", true)]
    [InlineData("PGPASSWORD", true)]
    [InlineData("HTTP_AUTH", true)]
    [InlineData("CUDA_VISIBLE_DEVICES", false)]
    [InlineData("PATH", false)]
    public void Is_stricter_with_environment_variables(string variable, bool hidden)
    {
        var masked = (SacredObject)SecretMask.Value(Tree("ENV", Tree(variable, new SacredText("0"))));

        Assert.Equal(hidden ? "***" : "0", ((SacredText)((SacredObject)masked["ENV"]!)[variable]!).Value);
    }

    [Fact]
    public void Hides_what_the_observers_options_hold()
    {
        var options = new SacredObject(
        [
            new("--sql", new SacredText("postgresql://me:hunter2@db/sacred")),
            new("--mongo_db", new SacredText("me:hunter2@db:27017:sacred")),
            new("--name", new SacredText("a:b@c")),
            new("UPDATE", new SacredList([new SacredText("lr=0.1"), new SacredText("secret='x'")])),
        ]);

        var masked = (SacredObject)((SacredObject)SecretMask.Value(Tree("options", options)))["options"]!;

        Assert.Equal("postgresql://me:***@db/sacred", ((SacredText)masked["--sql"]!).Value);
        Assert.Equal("me:***@db:27017:sacred", ((SacredText)masked["--mongo_db"]!).Value);
        Assert.Equal("a:b@c", ((SacredText)masked["--name"]!).Value);
        Assert.Equal(["lr=0.1", "secret=***"], ((SacredList)masked["UPDATE"]!).Items.Select(item => ((SacredText)item).Value));
    }

    [Fact]
    public void Hides_in_what_a_typed_value_stands_for_and_in_what_was_stored()
    {
        var secret = new SacredText("ftp://a:b@c");

        var masked = (SacredTyped)SecretMask.Value(new SacredTyped(
            "tuple",
            new SacredList([secret]),
            Tree("py/tuple", new SacredList([secret]))));

        Assert.Equal("ftp://a:***@c", ((SacredText)((SacredList)masked.Value!).Items[0]).Value);
        Assert.Equal("ftp://a:***@c", ((SacredText)((SacredList)((SacredObject)masked.Raw)["py/tuple"]!).Items[0]).Value);
    }

    [Fact]
    public void A_number_is_hidden_by_its_key_also_inside_of_what_jsonpickle_wrote()
    {
        var tree = Tree(
            "pwd",
            Tree("py/tuple", new SacredList([new SacredInteger(1234), new SacredDouble(0.5), Tree("0", new SacredText("x"))])));

        var items = (SacredList)((SacredObject)((SacredObject)SecretMask.Value(tree))["pwd"]!)["py/tuple"]!;

        Assert.Equal(
            ["***", "***", "***"],
            items.Items.Select(item => ((SacredText)(item is SacredObject inner ? inner["0"]! : item)).Value));
    }

    [Fact]
    public void A_value_without_secrets_is_the_same_object()
    {
        var tree = Tree("a", new SacredList([Tree("b", new SacredText("c")), SacredNull.Value]));

        Assert.Same(tree, SecretMask.Value(tree));
    }

    private static SacredObject Tree(string key, SacredValue value) => new([new(key, value)]);
}
