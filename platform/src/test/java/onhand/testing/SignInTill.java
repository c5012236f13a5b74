package onhand.testing;

import io.onhand.plugin.Account;
import io.onhand.plugin.Ctx;
import io.onhand.plugin.Declaration;
import io.onhand.plugin.Declaration.OAuth;
import io.onhand.plugin.Declaration.SecretField;
import io.onhand.plugin.Delivery;
import io.onhand.plugin.HookSignature;
import io.onhand.plugin.HttpAnswer;
import io.onhand.plugin.HttpCall;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.PosConnector;
import io.onhand.plugin.ReadDelivery;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/** A guest whose vendor lets people sign in; it asks him who they are, and nothing else. */
@Extension
public final class SignInTill implements PosConnector {

    public static final String ID = "sign-in-till";

    private static final String HOST = "api.vendor.example";
    private static final String BASE = "https://" + HOST;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Declaration declaration() {
        return new Declaration(
                "Sign-in till",
                new HookSignature.StandardWebhooks("signingSecret"),
                List.of(HOST),
                Map.of(),
                List.of(),
                List.of(new SecretField("token", "Token", "", List.of(HOST))),
                new OAuth(
                        BASE + "/authorize?session=false",
                        BASE + "/token",
                        List.of("READ", "WRITE"),
                        "token",
                        "merchant",
                        "merchant"),
                1,
                0);
    }

    @Override
    public Outcome<ReadDelivery> read(Delivery delivery, Map<String, String> settings) {
        return new Outcome.Fail<>("unreadable", "It reads nothing.");
    }

    @Override
    public Outcome<Account> account(Ctx ctx) {
        var call =
                new HttpCall(
                        "GET",
                        BASE + "/account",
                        Map.of("Authorization", "Bearer ${secret:token}"),
                        null);
        return switch (ctx.http(call)) {
            case Outcome.Ok<HttpAnswer>(var answer) when answer.status() == 401 ->
                    new Outcome.Reauthorise<>(answer.body().contains("expired"));
            case Outcome.Ok<HttpAnswer> _ -> new Outcome.Ok<>(new Account(List.of()));
            case Outcome<HttpAnswer> other -> Outcome.failed(other);
        };
    }
}
