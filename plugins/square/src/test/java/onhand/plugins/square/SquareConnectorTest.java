package onhand.plugins.square;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.plugin.Declaration;
import io.onhand.plugin.HookSignature;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class SquareConnectorTest {

    private final Declaration declared = new SquareConnector().declaration();

    @Test
    void itsNameNeverChanges() {
        assertThat(new SquareConnector().id()).isEqualTo("square");
    }

    @Test
    void itAsksOneHostAndSendsTheTokenThereOnly() {
        assertThat(declared.hosts()).containsExactly("connect.squareup.com");
        assertThat(declared.secrets())
                .filteredOn(secret -> secret.name().equals("accessToken"))
                .allSatisfy(
                        secret ->
                                assertThat(secret.hosts()).containsExactly("connect.squareup.com"));
        assertThat(declared.secrets())
                .filteredOn(secret -> secret.name().equals("signatureKey"))
                .allSatisfy(secret -> assertThat(secret.hosts()).isEmpty());
    }

    @Test
    void itsSenderSignsTheAddressAndTheBody() {
        assertThat(declared.signature())
                .isInstanceOfSatisfying(
                        HookSignature.Hmac.class,
                        hmac ->
                                assertThat(hmac.signed())
                                        .containsExactly(
                                                HookSignature.Part.HOOK_URL,
                                                HookSignature.Part.BODY));
    }

    @Test
    void everyKindOfFactHasItsAuthority() {
        assertThat(declared.authority())
                .containsOnlyKeys("sale", "return", "count", "adjustment", "receipt");
    }

    @Test
    void aPersonSignsInAtSquaresOwnPagesForWhatIsNeededAndNoMore() {
        assertThat(declared.oauth())
                .isEqualTo(
                        new Declaration.OAuth(
                                "https://connect.squareup.com/oauth2/authorize?session=false",
                                "https://connect.squareup.com/oauth2/token",
                                List.of(
                                        "INVENTORY_READ",
                                        "INVENTORY_WRITE",
                                        "ITEMS_READ",
                                        "ORDERS_READ",
                                        "PAYMENTS_READ",
                                        "MERCHANT_PROFILE_READ"),
                                "accessToken",
                                "merchant_id",
                                "merchant"));
    }

    @Test
    void onlyTheConnectorIsPublic() throws Exception {
        assertThat(Modifier.isPublic(SquareConnector.class.getModifiers())).isTrue();
        assertThat(SquareConnector.class.getConstructor().newInstance().id()).isEqualTo("square");
        assertThat(Modifier.isPublic(SquareApi.class.getModifiers())).isFalse();
    }
}
