package dev.zonal.context;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @Property(tries = 200)
  void wholeSecondsNeedNoUnit(@ForAll @LongRange(min = 1, max = 999_999_999) long seconds) {
    assertEquals(Optional.of(Duration.ofSeconds(seconds)), Durations.parse("" + seconds));
  }

  @ParameterizedTest
  @CsvSource({"5,5 s", "10s,10 s", "0.25,0.25 s", "5m,5 min", "2h,2 h", "90m,1.5 h", "75,1.25 min"})
  void theUnitsAreSecondsMinutesAndHours(String written, String shown) {
    assertEquals(shown, Durations.text(Durations.parse(written).orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0.0s",
        "-1",
        "1e3",
        "5 s",
        "s",
        "1d",
        ".5",
        "9999999999",
        "٣",
        "999999999h"
      })
  void whatIsNoPositiveDurationIsNone(String text) {
    assertEquals(Optional.empty(), Durations.parse(text));
  }
}
