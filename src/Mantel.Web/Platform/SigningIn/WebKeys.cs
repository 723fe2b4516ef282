using System.Text;
using System.Xml.Linq;
using Mantel.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// The keys that seal cookies, forms and the secrets of accounts. They lie with the other keys, wrapped by the master
/// key, so that every process on the same database has them and a backup holds none that can be read.
/// </summary>
internal sealed class WebKeys(SignInStore vault, Installation house) : IXmlRepository
{
    public const string Prefix = "web-key ";

    /// <summary>Where earlier versions kept them, readable.</summary>
    private DirectoryInfo Folder => new(house.PathOf("web-keys"));

    public bool Any => GetAllElements().Count > 0;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        TakeFolder();
        return [.. vault.Kept(Prefix).Select(one => XElement.Parse(Encoding.UTF8.GetString(one.Content)))];
    }

    public void StoreElement(XElement element, string friendlyName) => Keep(friendlyName, element.ToString());

    public void Keep(string name, string content) => vault.Keep(Prefix + name, Encoding.UTF8.GetBytes(content));

    /// <summary>Takes over what an earlier version left in a folder; the folder goes when all of it is kept.</summary>
    private void TakeFolder()
    {
        if (!Folder.Exists)
            return;
        foreach (var file in Folder.GetFiles("*.xml"))
            Keep(Path.GetFileNameWithoutExtension(file.Name), File.ReadAllText(file.FullName));
        Folder.Delete(recursive: true);
    }
}

/// <summary>Lets data protection keep its keys there.</summary>
internal sealed class WebKeysAreOurs(WebKeys keys) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlRepository = keys;
}
