package dev.zonal.data.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.data.file.DataFile;
import dev.zonal.data.file.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {
  @TempDir private Path folder;

  private static Prediction prediction(String... candidates) {
    List<String> all = Arrays.asList(candidates);
    return new Prediction(all, all.size() == 1 ? Optional.of(Ball.exact(1)) : Optional.empty());
  }

  private Labels labels(String lines) throws IOException {
    return DataFile.readLabels(Files.writeString(folder.resolve("labels"), lines).toString());
  }

  @Test
  void whatIsUndecidedIsNeitherRightNorWrongIfItMayBeRight() throws IOException {
    List<Prediction> predictions =
        List.of(
            prediction("a"),
            prediction("b"),
            prediction("a", "b"),
            prediction("b", "c"),
            prediction("b"));
    Score score = Score.of(predictions, labels("a\na\na\na\nb\n"));
    assertEquals(new Score(2, 2, 1), score);
    assertEquals(5, score.count());
    assertEquals("0.4000", score.accuracy().toPlainString());
  }

  @Test
  void theStandardErrorIsThatOfAPart() {
    assertEquals("0.0800", new Score(20, 5, 0).standardError().toPlainString());
    assertEquals("0.0000", new Score(7, 0, 0).standardError().toPlainString());
    assertEquals("0.0000", new Score(0, 7, 0).standardError().toPlainString());
  }
}
