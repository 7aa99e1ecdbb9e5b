using Sacredboard.Web.Models.TensorBoard;

namespace Sacredboard.Web.Models.RunPage;

public sealed record RunTensorBoardViewModel(TensorBoardViewModel TensorBoard) : RunTabContent;
