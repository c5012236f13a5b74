package io.onhand.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.measure.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarcodeTest {

    @ParameterizedTest
    @CsvSource({
        "96385074, 00000096385074",
        "036000291452, 00036000291452",
        "4006381333931, 04006381333931",
        "14006381333938, 14006381333938"
    })
    void aTradeItemNumberIsPaddedTo14Digits(String code, String normal) {
        assertThat(Barcode.normal(code)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"96385075", "036000291453", "4006381333930", "14006381333931"})
    void aWrongCheckDigitIsRefused(String code) {
        assertThatThrownBy(() -> Barcode.normal(code)).hasMessageContaining("check digit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2012345678900", // a scale's label
                "0212345678900",
                "0412345678900",
                "212345678900", // the same ranges as twelve digits
                "412345678900",
                "02012345678900",
                "SHELF-7",
                "123456789"
            })
    void aCodeOfTheShopsOwnStaysAsItIs(String code) {
        assertThat(Barcode.normal(code)).isEqualTo(code);
    }

    @Test
    void aPackHoldsMoreThanNothing() {
        assertThatThrownBy(() -> new Barcode("96385074", Quantity.ZERO))
                .hasMessageContaining("more than zero");
    }

    @Test
    void controlCharactersAreRefused() {
        assertThatThrownBy(() -> Barcode.normal("A\tB")).hasMessageContaining("control");
    }
}
